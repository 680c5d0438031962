package de.kreiskonzept.model.situation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The ticks of an axis: even steps of 1, 2 or 5 times a power of ten that cover all values. Values are exact, so a tick is a number
 * that people would write, never 0,30000000000000004.
 *
 * @param ticks at least two, rising by the same step
 */
public record Scale(List<BigDecimal> ticks) {
    private static final int STEPS = 5;
    private static final List<BigDecimal> NICE =
            List.of(BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.valueOf(5), BigDecimal.TEN);

    /** Keeps the ticks as they are. */
    public Scale {
        ticks = List.copyOf(ticks);
    }

    /**
     * The ticks for these values; zero is always among them, because a bar or line that begins elsewhere makes small differences
     * look large.
     *
     * @param values maybe none
     */
    public static Scale covering(Collection<BigDecimal> values) {
        BigDecimal least = values.stream().reduce(BigDecimal.ZERO, BigDecimal::min);
        BigDecimal most = values.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal range = most.subtract(least);
        BigDecimal step = range.signum() == 0 ? BigDecimal.ONE : step(range);
        int from = least.divide(step, 0, RoundingMode.FLOOR).intValueExact();
        int to = Math.max(most.divide(step, 0, RoundingMode.CEILING).intValueExact(), from + 1);
        return new Scale(IntStream.rangeClosed(from, to)
                .mapToObj(number -> plain(step.multiply(BigDecimal.valueOf(number))))
                .toList());
    }

    private static BigDecimal step(BigDecimal range) {
        BigDecimal raw = range.divide(BigDecimal.valueOf(STEPS), MathContext.DECIMAL64);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(raw.precision() - raw.scale() - 1);
        return NICE.stream()
                .map(power::multiply)
                .filter(nice -> nice.compareTo(raw) >= 0)
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** Where a value stands between the first tick (0) and the last one (1). */
    public double place(BigDecimal value) {
        double first = ticks.getFirst().doubleValue();
        return (value.doubleValue() - first) / (ticks.getLast().doubleValue() - first);
    }
}
