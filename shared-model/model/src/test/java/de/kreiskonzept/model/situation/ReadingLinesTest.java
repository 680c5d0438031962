package de.kreiskonzept.model.situation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.model.situation.ReadingLines.Fault;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ReadingLinesTest {
    @Test
    void readsValuesGapsBreaksAndSources() {
        ReadingLines lines = ReadingLines.read("""
                2023; 8.734; Bruch: nach dem Zensus neu gezählt; Statistisches Landesamt

                2021\t8.512
                2022; nicht erhoben (Pandemie)
                29.02.2024; -0,5
                """);
        assertThat(lines.faults()).isEmpty();
        assertThat(lines.readings())
                .containsExactly(
                        new Reading(new Period("2021"), BigDecimal.valueOf(8512), "", "", ""),
                        new Reading(new Period("2022"), null, "Pandemie", "", ""),
                        new Reading(
                                new Period("2023"),
                                BigDecimal.valueOf(8734),
                                "",
                                "nach dem Zensus neu gezählt",
                                "Statistisches Landesamt"),
                        new Reading(new Period("2024-02-29"), new BigDecimal("-0.5"), "", "", ""));
        assertThat(ReadingLines.read(ReadingLines.write(lines.readings()))).isEqualTo(lines);
    }

    @Test
    void saysOfEachLineWhatIsWrong() {
        ReadingLines lines = ReadingLines.read("""
                Jahr; Wert
                2020; viele
                2021; 5
                2021; 6
                2022
                2023; nicht erhoben
                2024; 1; Quelle; noch etwas
                2025; 1; %s
                """.formatted("x".repeat(301)));
        assertThat(lines.readings()).hasSize(1);
        assertThat(lines.faults())
                .containsExactly(
                        new Fault(1, Fault.Kind.PERIOD, "Jahr"),
                        new Fault(2, Fault.Kind.NUMBER, "viele"),
                        new Fault(4, Fault.Kind.TWICE, "2021"),
                        new Fault(5, Fault.Kind.NUMBER, ""),
                        new Fault(6, Fault.Kind.REASON, "nicht erhoben"),
                        new Fault(7, Fault.Kind.FIELDS, "noch etwas"),
                        new Fault(8, Fault.Kind.LONG, "2025"));
    }

    @Test
    void readsNotWithoutEnd() {
        assertThat(ReadingLines.read("\n".repeat(1000)).faults())
                .containsExactly(new Fault(501, Fault.Kind.LINES, "500"));
    }

    @Test
    void knowsEitherAValueOrWhyThereIsNone() {
        var year = new Period("2024");
        assertThatThrownBy(() -> new Reading(year, null, " ", "", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Reading(year, BigDecimal.ONE, "doch nicht", "", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Reading(year, new BigDecimal("1e15"), "", "", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void answersToAnyTextWithReadingsOrFaults(@ForAll String text) {
        ReadingLines lines = ReadingLines.read(text);
        assertThat(lines.readings().size() + lines.faults().size())
                .isEqualTo((int) List.of(text.split("\\R", -1)).stream()
                        .filter(line -> !line.isBlank())
                        .count());
    }
}
