package de.kreiskonzept.model.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.model.committee.SeatSet.NamedInstance;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameLinesTest {
    private static final LocalDate BEGIN = LocalDate.of(2024, 7, 1);
    private static final LocalDate END = LocalDate.of(2029, 6, 30);

    @Test
    void readsWhatItWrites() {
        var names = List.of(
                new NamedInstance("Gelb", Period.ALWAYS),
                new NamedInstance("Blau", new Period(BEGIN, null)),
                new NamedInstance("Rot", new Period(null, END)),
                new NamedInstance("Grün", new Period(BEGIN, END)));
        assertThat(NameLines.write(names))
                .isEqualTo("Gelb\nBlau; 01.07.2024\nRot; ; 30.06.2029\nGrün; 01.07.2024; 30.06.2029");
        assertThat(NameLines.read("\n " + NameLines.write(names) + "\n\n")).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Gelb; 31.02.2024", "; 01.07.2024", "Gelb; 01.07.2024; 30.06.2024", "a; ; ; b", "Gelb; bald"})
    void refusesALineThatIsNoName(String line) {
        assertThatThrownBy(() -> NameLines.read(line)).isInstanceOf(IllegalArgumentException.class);
    }
}
