package de.kreiskonzept.platform.document.report;

import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.Tally;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tallies as bars below each other, each as long as the others, so that shares are compared. It can be read without colour: each light
 * has a pattern and an outline, the legend names it, and where there is room the bar says number and word. What does not count is
 * not drawn.
 *
 * @param id unique in the page
 * @param bars at least one; a single one is drawn larger and without a label
 * @param lights words of the lights
 * @param ink colour of all lines and letters, as in SVG
 */
record LightChart(String id, List<Bar> bars, Map<TrafficLight, String> lights, String ink) {
    private static final int WIDTH = 550;
    private static final int LABELS = 128;
    private static final int WIDE_LABELS = 196;
    private static final int NUMBERS = 34;
    private static final int LEGEND = 30;
    private static final int HALF_LINE = 7;
    private static final double LETTER = 6.6;
    private static final int LONGEST_LABEL = 18;
    private static final int LONGEST_LINE = 27;
    private static final Map<TrafficLight, String> PATTERNS = Map.of(
            TrafficLight.GREEN,
            "<pattern id=\"%s\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
                    + "<rect width=\"8\" height=\"8\" fill=\"#1b7f3b\"/></pattern>",
            TrafficLight.YELLOW,
            "<pattern id=\"%s\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
                    + "<rect width=\"7\" height=\"7\" fill=\"#f2b705\"/><rect width=\"1.6\" height=\"7\" fill=\"#3d2f00\"/></pattern>",
            TrafficLight.RED,
            "<pattern id=\"%s\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\">"
                    + "<rect width=\"7\" height=\"7\" fill=\"#b3261e\"/><circle cx=\"3.5\" cy=\"3.5\" r=\"1.5\" fill=\"#fff\"/></pattern>",
            TrafficLight.GREY,
            "<pattern id=\"%s\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
                    + "<rect width=\"6\" height=\"6\" fill=\"#fff\"/><rect y=\"2\" width=\"6\" height=\"1.2\" fill=\"#6b7280\"/></pattern>");

    /** A bar with what stands before it. */
    record Bar(String label, Tally tally) {}

    /** Keeps the bars as they are. */
    LightChart {
        bars = List.copyOf(bars);
        lights = Map.copyOf(lights);
    }

    /** The picture as SVG without styles. */
    String svg() {
        var svg = new StringBuilder(2_000);
        int height = LEGEND + bars.size() * step();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"kk-chart\" viewBox=\"0 0 %d %d\""
                        + " width=\"%d\" height=\"%d\"><defs>",
                WIDTH,
                height,
                WIDTH,
                height));
        for (TrafficLight light : TrafficLight.values()) {
            svg.append(PATTERNS.getOrDefault(light, "").replace("%s", pattern(light)));
        }
        svg.append(String.format(Locale.ROOT, "</defs><g font-size=\"12\" fill=\"%s\" stroke=\"none\">", ink));
        legend(svg);
        for (int i = 0; i < bars.size(); i++) {
            bar(svg, bars.get(i), LEGEND + i * step());
        }
        return svg.append("</g></svg>").toString();
    }

    private boolean single() {
        return bars.size() == 1 && bars.getFirst().label().isEmpty();
    }

    private boolean isWide() {
        return bars.stream().anyMatch(bar -> bar.label().length() > LONGEST_LABEL);
    }

    private int step() {
        return single() ? 44 : isWide() ? 36 : 27;
    }

    private String pattern(TrafficLight light) {
        return id + "-" + light.text();
    }

    private void legend(StringBuilder svg) {
        double x = 1;
        for (TrafficLight light : TrafficLight.values()) {
            String word = lights.getOrDefault(light, "");
            field(svg, light, new Box(x, 4, 22, 13));
            label(svg, x + 28, 15, "start", word);
            x += 28 + word.length() * LETTER + 20;
        }
    }

    private void bar(StringBuilder svg, Bar bar, int y) {
        int left = single() ? 1 : isWide() ? WIDE_LABELS : LABELS;
        int width = WIDTH - left - NUMBERS;
        int height = step() - 8;
        double middle = y + height / 2.0 + 4;
        Tally tally = bar.tally();
        if (!single()) {
            name(svg, bar.label(), middle);
        }
        label(svg, WIDTH - 1, middle, "end", String.valueOf(tally.counted()));
        if (tally.counted() == 0) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\""
                            + " stroke=\"%s\" stroke-dasharray=\"4 4\"/>",
                    left,
                    y,
                    width,
                    height,
                    ink));
        }
        double x = left;
        for (TrafficLight light : TrafficLight.values()) {
            int number = tally.count(light);
            if (number > 0) {
                double share = (double) width * number / tally.counted();
                var box = new Box(x, y, share, height);
                field(svg, light, box);
                said(svg, light, number, box);
                x += share;
            }
        }
    }

    /** A place in the picture. */
    private record Box(double x, double y, double width, double height) {
        double centre() {
            return x + width / 2;
        }

        double line() {
            return y + height / 2 + 4;
        }
    }

    private void field(StringBuilder svg, TrafficLight light, Box box) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\""
                        + " fill=\"url(#%s)\" stroke=\"#1f2933\"/>",
                box.x(),
                box.y(),
                box.width(),
                box.height(),
                pattern(light)));
    }

    // Number and word where there is room, else the number, else nothing: the table says it.
    private void said(StringBuilder svg, TrafficLight light, int number, Box box) {
        String text = number + " " + lights.getOrDefault(light, "").toLowerCase(Locale.GERMAN);
        if (box.width() < wide(text) + 6) {
            text = String.valueOf(number);
        }
        if (box.width() >= wide(text) + 4) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"15\" rx=\"2\" fill=\"#fff\"/>",
                    box.centre() - wide(text) / 2,
                    box.line() - 11.5,
                    wide(text)));
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" fill=\"#16191f\">%s</text>",
                    box.centre(),
                    box.line(),
                    escape(text)));
        }
    }

    private static double wide(String text) {
        return text.length() * LETTER + 7;
    }

    // A long name takes two lines; what does not even fit there stands whole in the table.
    private static void name(StringBuilder svg, String label, double middle) {
        int end = label.length() <= LONGEST_LINE ? -1 : label.lastIndexOf(' ', LONGEST_LINE);
        if (end <= 0) {
            label(svg, 0, middle, "start", shortened(label));
            return;
        }
        label(svg, 0, middle - HALF_LINE, "start", label.substring(0, end));
        label(svg, 0, middle + HALF_LINE, "start", shortened(label.substring(end + 1)));
    }

    private static String shortened(String label) {
        return label.length() <= LONGEST_LINE ? label : label.substring(0, LONGEST_LINE - 1) + "…";
    }

    private static void label(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, escape(text)));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
