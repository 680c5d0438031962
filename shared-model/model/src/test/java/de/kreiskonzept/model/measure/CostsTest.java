package de.kreiskonzept.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
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

class CostsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    5.000 €                            | einmalig 5.000 €
                    einmalig 5000 Euro in 2026         | einmalig 5.000 € im Jahr 2026
                    2026: 1.234,50 EUR                 | einmalig 1.234,50 € im Jahr 2026
                    jährlich 12.000 € ab 2026 bis 2028 | jährlich 12.000 € ab 2026 bis 2028
                    12.000 € pro Jahr                  | jährlich 12.000 €
                    ca. 20 Tsd. € p. a. (Personal)     | jährlich 20.000 € (Personal)
                    3.000,- € ab 2027                  | jährlich 3.000 € ab 2027
                    2026-2028: 500 €                   | jährlich 500 € ab 2026 bis 2028
                    1,5 Mio. € 2030                    | einmalig 1.500.000 € im Jahr 2030
                    0 €                                | einmalig 0 €
                    """)
    void readsHowConceptsWriteIt(String line, String printed) {
        var read = Costs.read(line);
        assertThat(read.unreadable()).isEmpty();
        assertThat(Costs.text(read.costs(), "; ")).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aus laufenden Mitteln",
                "5.000 € oder mehr",
                "jährlich",
                "5.000 € ab 2028 bis 2026",
                "99999999999 €"
            })
    void saysWhichLineNamesNoCosts(String line) {
        assertThat(Costs.read("5 €\n\n" + line).unreadable()).containsExactly(new Costs.Unreadable(2, line));
    }

    @Test
    void sumsByBudgetYear() {
        var costs = Costs.read("einmalig 5.000 € 2026; jährlich 1.000 € ab 2027 bis 2028; jährlich 100 €; 7 €")
                .costs();
        assertThat(Costs.byYear(costs)).isEqualTo(Map.of(2026, euros(5100), 2027, euros(1100), 2028, euros(1100)));
        assertThat(Costs.withoutYear(costs)).isEqualByComparingTo("7");
        assertThat(Costs.in(costs, 2040)).isEqualByComparingTo("100");
        assertThat(Costs.byYear(List.of())).isEmpty();
    }

    @Test
    void refusesWhatNoBudgetHolds() {
        assertThatThrownBy(() -> new Cost(CostKind.ONCE, euros(-1), null, null, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cost(CostKind.ONCE, euros(1), 2026, 2027, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cost(CostKind.YEARLY, new BigDecimal("1.005"), null, null, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void areTheSameWhenTheirTextIsReadAgain(@ForAll("costs") List<Cost> costs) {
        assertThat(Costs.read(Costs.text(costs, "\n"))).isEqualTo(new Costs.Read(costs, List.of()));
        assertThat(Costs.read(Costs.text(costs, "; "))).isEqualTo(new Costs.Read(costs, List.of()));
    }

    @Property
    void addUpYearByYear(@ForAll("costs") List<Cost> costs) {
        for (var entry : Costs.byYear(costs).entrySet()) {
            BigDecimal sum =
                    costs.stream().map(cost -> cost.in(entry.getKey())).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(entry.getValue()).isEqualByComparingTo(sum);
        }
    }

    @Provide
    Arbitrary<List<Cost>> costs() {
        Arbitrary<BigDecimal> euros =
                Arbitraries.longs().between(0, 10_000_000_00L).map(cents -> BigDecimal.valueOf(cents, 2));
        Arbitrary<Integer> years = Arbitraries.integers().between(1990, 2100).injectNull(0.3);
        Arbitrary<String> notes = Arbitraries.of("", "Personal", "0,5 Stellen (TVöD)", "ab 2026: Miete");
        return Combinators.combine(Arbitraries.of(CostKind.class), euros, years, years, notes)
                .filter((kind, amount, from, until, note) ->
                        kind == CostKind.YEARLY ? from == null || until == null || from <= until : until == null)
                .as(Cost::new)
                .list()
                .ofMaxSize(6);
    }

    private static BigDecimal euros(long amount) {
        return BigDecimal.valueOf(amount).setScale(2);
    }
}
