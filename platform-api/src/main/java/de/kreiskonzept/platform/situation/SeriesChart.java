package de.kreiskonzept.platform.situation;

import de.kreiskonzept.model.situation.ChartKind;
import de.kreiskonzept.model.situation.GermanNumber;
import de.kreiskonzept.model.situation.Reading;
import de.kreiskonzept.model.situation.Scale;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values of a series as SVG, bars or a line, never without the table with the same numbers beside it. It can be read without colour:
 * bars have a pattern and an outline, what was not collected leaves a gap with a word, a break of the series is a dashed line that no
 * line crosses.
 *
 * @param id unique in the page
 * @param readings by period
 * @param target a dashed line across; null for none
 * @param words what stands in the picture
 * @param ink colour of all lines and letters, as in SVG
 */
public record SeriesChart(
        String id,
        ChartKind kind,
        List<Reading> readings,
        @Nullable BigDecimal target,
        Words words,
        String ink) implements Content {
    /** Width of the picture in its own units. */
    public static final int WIDTH = 440;

    /** Height of the picture in its own units. */
    public static final int HEIGHT = 230;

    private static final double LETTER = 7;
    private static final int TOP = 24;
    private static final int BOTTOM = HEIGHT - 28;
    private static final int RIGHT = WIDTH - 12;
    private static final int FONT = 12;
    private static final double WIDEST_BAR = 40;

    /**
     * What stands in the picture.
     *
     * @param title what it shows
     * @param description the same in words and numbers
     * @param missing short word for what was not collected
     * @param breaks short word for a break
     * @param target short word for the target
     */
    public record Words(String title, String description, String missing, String breaks, String target) {}

    /** Keeps the readings as they are. */
    public SeriesChart {
        readings = List.copyOf(readings);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(svg());
    }

    /** The picture as SVG without styles. */
    public String svg() {
        return new Drawing(this).draw();
    }

    private Scale scale() {
        return Scale.covering(Stream.concat(readings.stream().map(Reading::value), Stream.ofNullable(target))
                .filter(Objects::nonNull)
                .toList());
    }

    private static final class Drawing {
        private final SeriesChart chart;
        private final Scale scale;
        private final double left;
        private final double slot;
        private final StringBuilder svg = new StringBuilder(4_000);

        Drawing(SeriesChart chart) {
            this.chart = chart;
            scale = chart.scale();
            int longest = scale.ticks().stream()
                    .mapToInt(tick -> GermanNumber.print(tick).length())
                    .max()
                    .orElse(1);
            left = longest * LETTER + 10;
            slot = (RIGHT - left) / Math.max(chart.readings().size(), 1);
        }

        String draw() {
            begin();
            scale.ticks().forEach(this::tick);
            if (chart.kind() == ChartKind.LINE) {
                lines();
            }
            for (int i = 0; i < chart.readings().size(); i++) {
                reading(i, chart.readings().get(i));
            }
            periods();
            if (chart.target() != null) {
                double y = y(chart.target());
                line(left, y, RIGHT, y, "stroke-width=\"2\" stroke-dasharray=\"8 3\"");
                label(RIGHT, y - 4, "end", chart.words().target());
            }
            return svg.append("</g></svg>").toString();
        }

        private void begin() {
            String id = escape(chart.id());
            add(String.format(
                    Locale.ROOT,
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"kk-chart\" viewBox=\"0 0 %d %d\" width=\"%d\""
                            + " height=\"%d\" role=\"img\" aria-labelledby=\"%s-t %s-d\">",
                    WIDTH,
                    HEIGHT,
                    WIDTH,
                    HEIGHT,
                    id,
                    id));
            add(String.format(
                    Locale.ROOT,
                    "<title id=\"%s-t\">%s</title>",
                    id,
                    escape(chart.words().title())));
            add(String.format(
                    Locale.ROOT,
                    "<desc id=\"%s-d\">%s</desc>",
                    id,
                    escape(chart.words().description())));
            add(String.format(
                    Locale.ROOT,
                    "<defs><pattern id=\"%s-p\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\""
                            + " patternTransform=\"rotate(45)\"><line x1=\"1\" y1=\"0\" x2=\"1\" y2=\"6\" stroke=\"%s\""
                            + " stroke-width=\"2\"/></pattern></defs>",
                    id,
                    chart.ink()));
            add(String.format(Locale.ROOT, "<g font-size=\"%d\" fill=\"%s\" stroke=\"none\">", FONT, chart.ink()));
        }

        private void tick(BigDecimal tick) {
            double y = y(tick);
            boolean zero = tick.signum() == 0;
            line(left, y, RIGHT, y, zero ? "stroke-width=\"1.5\"" : "stroke-width=\"1\" stroke-opacity=\"0.25\"");
            label(left - 6, y + 4, "end", GermanNumber.print(tick));
        }

        private void lines() {
            for (int i = 1; i < chart.readings().size(); i++) {
                BigDecimal from = chart.readings().get(i - 1).value();
                Reading to = chart.readings().get(i);
                BigDecimal value = to.value();
                if (from != null && value != null && !to.isBreak()) {
                    line(x(i - 1), y(from), x(i), y(value), "stroke-width=\"2.5\"");
                }
            }
        }

        private void reading(int i, Reading reading) {
            if (reading.isBreak()) {
                double between = i == 0 ? x(0) - slot / 2 : (x(i - 1) + x(i)) / 2;
                line(between, TOP - 8, between, BOTTOM, "stroke-width=\"1.5\" stroke-dasharray=\"2 3\"");
                label(
                        Math.max(between, left + 18),
                        TOP - 12,
                        "middle",
                        chart.words().breaks());
            }
            BigDecimal value = reading.value();
            if (value == null) {
                label(x(i), y(BigDecimal.ZERO) - 5, "middle", chart.words().missing());
            } else if (chart.kind() == ChartKind.BAR) {
                bar(x(i), value);
            } else {
                add(String.format(
                        Locale.ROOT,
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>",
                        x(i),
                        y(value),
                        chart.ink()));
            }
        }

        private void bar(double x, BigDecimal value) {
            double width = Math.min(slot * 0.6, WIDEST_BAR);
            double zero = y(BigDecimal.ZERO);
            double top = Math.min(zero, y(value));
            add(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"url(#%s-p)\" stroke=\"%s\""
                            + " stroke-width=\"1.5\"/>",
                    x - width / 2,
                    top,
                    width,
                    Math.abs(zero - y(value)),
                    escape(chart.id()),
                    chart.ink()));
        }

        // As many as fit beside each other, the first one always.
        private void periods() {
            double free = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < chart.readings().size(); i++) {
                String period = chart.readings().get(i).period().print();
                double half = period.length() * LETTER / 2;
                double x = Math.clamp(x(i), Math.min(half, RIGHT), Math.max(WIDTH - half, half));
                if (x - half > free) {
                    label(x, HEIGHT - 10, "middle", period);
                    free = x + half + LETTER;
                }
            }
        }

        // Bars stand side by side; points of a line stand where their time is.
        private double x(int i) {
            List<Reading> readings = chart.readings();
            double first = readings.getFirst().period().years();
            double span = readings.getLast().period().years() - first;
            if (chart.kind() == ChartKind.BAR || span <= 0) {
                return left + (i + 0.5) * slot;
            }
            double inset = LETTER * 2;
            return left + inset + (readings.get(i).period().years() - first) / span * (RIGHT - left - 2 * inset);
        }

        private double y(BigDecimal value) {
            return BOTTOM - scale.place(value) * (BOTTOM - TOP);
        }

        private void line(double x1, double y1, double x2, double y2, String more) {
            add(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" %s/>",
                    x1,
                    y1,
                    x2,
                    y2,
                    chart.ink(),
                    more));
        }

        private void label(double x, double y, String anchor, String text) {
            add(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                    x,
                    y,
                    anchor,
                    escape(text)));
        }

        private void add(String piece) {
            svg.append(piece);
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
