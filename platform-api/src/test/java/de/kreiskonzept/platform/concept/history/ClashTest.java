package de.kreiskonzept.platform.concept.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClashTest {
    private static final List<FieldChange> OTHERS =
            List.of(change("text", "Kurse", "Kurse am Morgen"), change("text", "Kurse am Morgen", "Kurse früh"));

    @Test
    void isThereWhereBothChangedTheSameField() {
        assertThat(Clash.between(Map.of("text", "Kurse am Abend"), Map.of("text", "Kurse früh"), OTHERS))
                .containsExactly(new Clash("text", "Kurse am Abend", "Kurse früh", true));
    }

    @Test
    void takesNothingFromSomebodyWhoDidNotTouchTheField() {
        assertThat(Clash.between(Map.of("text", "Kurse"), Map.of("text", "Kurse früh"), OTHERS))
                .containsExactly(new Clash("text", "Kurse", "Kurse früh", false));
    }

    @Test
    void isNotThereWhereOnlyThisPersonChangedTheField() {
        assertThat(Clash.between(Map.of("number", "2a"), Map.of("number", "1"), OTHERS))
                .isEmpty();
    }

    @Test
    void isNotThereWhereBothWroteTheSame() {
        assertThat(Clash.between(Map.of("text", "Kurse früh"), Map.of("text", "Kurse früh"), OTHERS))
                .isEmpty();
    }

    private static FieldChange change(String field, String before, String after) {
        return new FieldChange(
                UUID.randomUUID(), FieldChange.What.CHANGED, field, before, after, 1, Instant.EPOCH, null, null);
    }
}
