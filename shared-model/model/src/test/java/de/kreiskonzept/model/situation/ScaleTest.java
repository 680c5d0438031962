package de.kreiskonzept.model.situation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ScaleTest {
    private static List<String> ticks(String... values) {
        return Scale.covering(List.of(values).stream().map(BigDecimal::new).toList()).ticks().stream()
                .map(BigDecimal::toPlainString)
                .toList();
    }

    @Test
    void stepsAsPeopleCount() {
        assertThat(ticks()).containsExactly("0", "1");
        assertThat(ticks("0")).containsExactly("0", "1");
        assertThat(ticks("7")).containsExactly("0", "2", "4", "6", "8");
        assertThat(ticks("0.3")).containsExactly("0", "0.1", "0.2", "0.3");
        assertThat(ticks("-5", "12")).containsExactly("-5", "0", "5", "10", "15");
        assertThat(ticks("-4")).containsExactly("-4", "-3", "-2", "-1", "0");
        assertThat(ticks("999999999999999")).startsWith("0", "200000000000000").endsWith("1000000000000000");
    }

    @Property
    void coversAllValuesWithEvenSteps(
            @ForAll @Size(max = 20)
                    List<@BigRange(min = "-999999999999999", max = "999999999999999") BigDecimal> values) {
        Scale scale = Scale.covering(values);
        List<BigDecimal> ticks = scale.ticks();
        assertThat(ticks.size()).isBetween(2, 8);
        BigDecimal step = ticks.get(1).subtract(ticks.get(0));
        assertThat(step).isPositive();
        for (int i = 1; i < ticks.size(); i++) {
            assertThat(ticks.get(i).subtract(ticks.get(i - 1))).isEqualByComparingTo(step);
        }
        assertThat(ticks).anyMatch(tick -> tick.signum() == 0);
        assertThat(values).allSatisfy(value -> {
            assertThat(value).isBetween(ticks.getFirst(), ticks.getLast());
            assertThat(scale.place(value)).isBetween(0.0, 1.0);
        });
    }
}
