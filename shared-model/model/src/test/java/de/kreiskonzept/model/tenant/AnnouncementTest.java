package de.kreiskonzept.model.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.model.tenant.Announcement.Audience;
import de.kreiskonzept.model.tenant.Announcement.Kind;
import de.kreiskonzept.model.tenant.Announcement.State;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncementTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final UUID COUNTY = UUID.randomUUID();

    @Test
    void isShownFromItsBeginningAndNoMoreFromItsEndOn() {
        var announcement = announcement("Wartung", "", NOON.plusSeconds(60), new Audience.Everyone());
        assertThat(announcement.isFor(COUNTY, NOON.minusMillis(1))).isFalse();
        assertThat(announcement.isFor(COUNTY, NOON)).isTrue();
        assertThat(announcement.isFor(COUNTY, NOON.plusSeconds(60))).isFalse();
    }

    @Test
    void withoutAnEndItStays() {
        assertThat(announcement("Hinweis", "", null, new Audience.Everyone()).isFor(COUNTY, NOON.plusSeconds(1L << 31)))
                .isTrue();
    }

    @Test
    void reachesNobodyWhereNoCountyIsChosen() {
        assertThat(announcement("Hinweis", "", null, new Audience.Chosen(Set.of()))
                        .isFor(COUNTY, NOON))
                .isFalse();
    }

    @Property
    void isSeenByTheChosenCountiesAlone(
            @ForAll Set<@IntRange(max = 9) Integer> chosen, @ForAll @IntRange(max = 9) int county) {
        var counties = chosen.stream().map(AnnouncementTest::county).collect(Collectors.toSet());
        var announcement = announcement("Hinweis", "", null, new Audience.Chosen(counties));
        assertThat(announcement.isFor(county(county), NOON)).isEqualTo(chosen.contains(county));
    }

    private static UUID county(int number) {
        return new UUID(7, number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "zwei\nZeilen", "Nu\0l"})
    void wantsATitleOfOneLine(String title) {
        assertThatThrownBy(() -> announcement(title, "", null, new Audience.Everyone()))
                .hasMessageContaining("title");
    }

    @Test
    void endsAfterItsBeginning() {
        assertThatThrownBy(() -> announcement("Wartung", "", NOON, new Audience.Everyone()))
                .hasMessageContaining("before it begins");
    }

    @Test
    void isNoLongerThanItsLimits() {
        assertThatThrownBy(() ->
                        announcement("x".repeat(Announcement.LONGEST_TITLE + 1), "", null, new Audience.Everyone()))
                .hasMessageContaining("title");
        assertThatThrownBy(() -> announcement(
                        "Wartung", "x".repeat(Announcement.LONGEST_TEXT + 1), null, new Audience.Everyone()))
                .hasMessageContaining("text");
    }

    @Test
    void isPublishedOnceAndWithdrawnOnce() {
        assertThat(State.DRAFT.mayBecome(State.PUBLISHED)).isTrue();
        assertThat(State.PUBLISHED.mayBecome(State.WITHDRAWN)).isTrue();
        assertThat(State.DRAFT.mayBecome(State.WITHDRAWN)).isFalse();
        assertThat(State.WITHDRAWN.mayBecome(State.PUBLISHED)).isFalse();
        assertThat(State.PUBLISHED.mayBecome(State.PUBLISHED)).isFalse();
    }

    private static Announcement announcement(String title, String text, @Nullable Instant until, Audience audience) {
        return new Announcement(Kind.MAINTENANCE, title, text, NOON, until, audience);
    }
}
