package de.kreiskonzept.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.model.measure.TimeFrame.InWords;
import de.kreiskonzept.model.measure.TimeFrame.Ongoing;
import de.kreiskonzept.model.measure.TimeFrame.Open;
import de.kreiskonzept.model.measure.TimeFrame.Span;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeFrameTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026                     | 2026
                    ab 2026                  | ab 2026
                    seit März 2024           | ab 03/2024
                    2026 ff.                 | ab 2026
                    bis Ende 2027            | bis 2027
                    bis zum 31.12.2027       | bis 31.12.2027
                    3/2026                   | 03/2026
                    Sept. 2026               | 09/2026
                    1. 3. 2026               | 01.03.2026
                    2026-03-01               | 01.03.2026
                    2026 - 2028              | 2026 bis 2028
                    2026–2028                | 2026 bis 2028
                    2026/2027                | 2026 bis 2027
                    2026/27                  | 2026 bis 2027
                    von 03/2026 bis 12/2027  | 03/2026 bis 12/2027
                    ab 2026 bis Ende 2028    | 2026 bis 2028
                    2. Quartal 2026          | 04/2026 bis 06/2026
                    Q4/2026                  | 10/2026 bis 12/2026
                    2. Halbjahr 2026         | 07/2026 bis 12/2026
                    fortlaufend              | laufend
                    Daueraufgabe             | laufend
                    noch offen               | offen
                    """)
    void readsHowConceptsWriteIt(String text, String printed) {
        assertThat(TimeFrame.of(text).text()).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"im Anschluss an Maßnahme 3", "13/2026", "31.02.2026", "2028 bis 2026", "Mitte 2026", "ab sofort"
            })
    void keepsWordsThatNameNoDate(String text) {
        assertThat(TimeFrame.of(text)).isEqualTo(new InWords(text));
        assertThat(TimeFrame.of(text).ends()).isNull();
    }

    @Test
    void knowsItsFirstAndLastDay() {
        assertThat(TimeFrame.of("02/2024").ends()).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(TimeFrame.of("02/2024").begins()).isEqualTo(LocalDate.of(2024, 2, 1));
        assertThat(TimeFrame.of("ab 2026").ends()).isNull();
        assertThat(TimeFrame.of("bis 2026").begins()).isNull();
        assertThat(TimeFrame.of("laufend").begins()).isNull();
    }

    @Test
    void cannotEndBeforeItBegins() {
        assertThatThrownBy(() -> new Span(Moment.year(2027), Moment.month(2026, 3)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Moment(LocalDate.of(2026, 3, 2), Moment.Precision.MONTH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void isTheSameWhenItsTextIsReadAgain(@ForAll("frames") TimeFrame frame) {
        assertThat(TimeFrame.of(frame.text())).isEqualTo(frame);
    }

    @Property
    void readsAnyTextToTheEndAndTheSameWayTwice(@ForAll String text) {
        TimeFrame read = TimeFrame.of(text);
        assertThat(TimeFrame.of(read.text())).isEqualTo(read);
    }

    @Provide
    Arbitrary<TimeFrame> frames() {
        Arbitrary<Moment> moments = Combinators.combine(
                        Arbitraries.integers().between(1900, 2199),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(1, 28),
                        Arbitraries.of(Moment.Precision.class))
                .as((year, month, day, precision) -> switch (precision) {
                    case DAY -> new Moment(LocalDate.of(year, month, day), precision);
                    case MONTH -> Moment.month(year, month);
                    case YEAR -> Moment.year(year);
                });
        Arbitrary<TimeFrame> spans = Combinators.combine(
                        moments, moments, Arbitraries.integers().between(0, 3))
                .filter((one, other, form) -> form > 0 || !other.end().isBefore(one.start()))
                .as((one, other, form) -> switch (form) {
                    case 0 -> new Span(one, other);
                    case 1 -> new Span(one, null);
                    case 2 -> new Span(null, one);
                    default -> new Span(one, one);
                });
        return Arbitraries.oneOf(spans, Arbitraries.of(new TimeFrame.Unstated(), new Open(), new Ongoing()));
    }
}
