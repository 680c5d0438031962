package de.kreiskonzept.model.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class NumberingTest {
    @Example
    void proposesTheNextOneAsTheDocumentsDo() {
        assertThat(Numbering.PLAIN.next("", List.of())).isEqualTo("1");
        assertThat(Numbering.PLAIN.next("4", List.of("1", "3", "2"))).isEqualTo("4");
        assertThat(Numbering.PLAIN.next("", List.of("1.", "2."))).isEqualTo("3.");
        assertThat(Numbering.DOTTED.next("2", List.of())).isEqualTo("2.1");
        assertThat(Numbering.DOTTED.next("2.", List.of("2.1", "2.9"))).isEqualTo("2.10");
        assertThat(Numbering.DOTTED.next("A1", List.of("A1.1"))).isEqualTo("A1.2");
        assertThat(Numbering.LETTERED.next("2", List.of("2a", "2b"))).isEqualTo("2c");
        assertThat(Numbering.LETTERED.next("2", List.of("2y", "2z"))).isEqualTo("2aa");
        assertThat(Numbering.LETTERED.next("2", List.of("2 a)"))).isEqualTo("2b)");
    }

    @Example
    void proposesNothingWhereThereIsNothingToGoBy() {
        assertThat(Numbering.FREE.next("2", List.of("1", "2"))).isEmpty();
        assertThat(Numbering.DOTTED.next(" ", List.of("2.1"))).isEmpty();
        assertThat(Numbering.LETTERED.next("", List.of("2a"))).isEmpty();
        assertThat(Numbering.DOTTED.next("12345678901234567890", List.of())).isEmpty();
    }

    @Example
    void leavesNumbersThatLookOtherwiseAlone() {
        assertThat(Numbering.PLAIN.next("", List.of("II", "Ü neu", "B5+6", "2a", "1")))
                .isEqualTo("2");
        assertThat(Numbering.DOTTED.next("2", List.of("3.7", "2.1.4", "2a"))).isEqualTo("2.1");
        assertThat(Numbering.LETTERED.next("2", List.of("3d", "2.1", "2"))).isEqualTo("2a");
    }

    @Property
    void countsWithoutGapsOrTwins(
            @ForAll("styles") Numbering numbering, @ForAll @IntRange(min = 1, max = 99) int above) {
        var given = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            given.add(numbering.next(Integer.toString(above), given));
        }
        assertThat(given).doesNotHaveDuplicates().noneMatch(String::isBlank);
        String last = switch (numbering) {
            case PLAIN -> "60";
            case DOTTED -> above + ".60";
            case LETTERED -> above + "bh";
            case FREE -> "";
        };
        assertThat(given.getLast()).isEqualTo(last);
    }

    @Property
    void neverProposesWhatIsThereAndNeverFails(
            @ForAll Numbering numbering,
            @ForAll("numbers") String above,
            @ForAll @Size(max = 12) List<@From("numbers") String> beside) {
        String next = numbering.next(above, beside);
        assertThat(next.isEmpty() || !beside.contains(next)).isTrue();
        assertThat(next.length()).isLessThanOrEqualTo(20);
    }

    @Provide
    Arbitrary<Numbering> styles() {
        return Arbitraries.of(Numbering.PLAIN, Numbering.DOTTED, Numbering.LETTERED);
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 12).map(String::valueOf),
                Arbitraries.strings().withChars("0123456789.abz) ").ofMaxLength(8),
                Arbitraries.strings().ofMaxLength(6));
    }
}
