package de.kreiskonzept.platform.committee;

import de.kreiskonzept.model.committee.CommitteeState;
import de.kreiskonzept.model.committee.Composition;
import de.kreiskonzept.platform.committee.CommitteeBook.Node;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.ArrayList;
import java.util.List;

/**
 * Who reports to whom as SVG, never without the nested list that says the same. Committees that have none below them stand in a column
 * under the one they report to, so that the picture stays narrow; what is only planned has a dashed outline, findings a thick one and a
 * word.
 */
public record OrganisationChart(List<Node> tree, CommitteeWords words) implements Content {
    private static final int BOX = 232;
    private static final int HEIGHT = 92;
    private static final int GAP = 24;
    private static final int INDENT = 28;
    private static final int LEVEL = 36;
    private static final int LINE = 18;
    private static final int LETTERS = 29;
    private static final int LINES = 2;

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(svg());
    }

    /** The picture as SVG without styles. */
    public String svg() {
        int width = row(tree) + 2;
        int height = tree.stream().mapToInt(OrganisationChart::height).max().orElse(0) + 2;
        var svg = new StringBuilder(4_000)
                .append(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"kk-structure\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                                .formatted(width, height, width, height))
                .append(" role=\"img\" aria-labelledby=\"struktur-t struktur-d\"><title id=\"struktur-t\">")
                .append(escape(words.texts().text("committee.chart.title", words.date(words.day()))))
                .append("</title><desc id=\"struktur-d\">")
                .append(escape(words.texts().text("committee.chart.description")))
                .append("</desc><g font-size=\"14\" fill=\"currentColor\" stroke=\"none\">");
        int x = 1;
        for (Node node : tree) {
            draw(svg, node, x, 1);
            x += width(node) + GAP;
        }
        return svg.append("</g></svg>").toString();
    }

    private void draw(StringBuilder svg, Node node, int x, int y) {
        int left = left(node, x);
        box(svg, node.composition(), left, y);
        if (isColumn(node)) {
            int below = y + HEIGHT + GAP;
            for (Node child : node.below()) {
                elbow(svg, left + INDENT / 2, y + HEIGHT, below + HEIGHT / 2, x + INDENT);
                box(svg, child.composition(), x + INDENT, below);
                below += HEIGHT + GAP;
            }
            return;
        }
        int middle = left + BOX / 2;
        int next = x + (width(node) - row(node.below())) / 2;
        for (Node child : node.below()) {
            int to = left(child, next) + BOX / 2;
            int turn = y + HEIGHT + LEVEL / 2;
            path(svg, "M%d %dV%dH%dV%d".formatted(middle, y + HEIGHT, turn, to, y + HEIGHT + LEVEL));
            draw(svg, child, next, y + HEIGHT + LEVEL);
            next += width(child) + GAP;
        }
    }

    private static void elbow(StringBuilder svg, int x, int from, int to, int right) {
        path(svg, "M%d %dV%dH%d".formatted(x, from, to, right));
    }

    private static void path(StringBuilder svg, String way) {
        svg.append("<path d=\"%s\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/>".formatted(way));
    }

    private void box(StringBuilder svg, Composition composition, int x, int y) {
        boolean planned = composition.committee().stateOn(words.day()) == CommitteeState.PLANNED;
        boolean found = !composition.findings().isEmpty();
        svg.append(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"%s\"%s/>"
                        .formatted(x, y, BOX, HEIGHT, found ? "3" : "1.5", planned ? " stroke-dasharray=\"6 4\"" : ""));
        int line = y + LINE + 4;
        for (String part : wrapped(composition.committee().nameOn(words.day()))) {
            text(svg, x, line, part, " font-weight=\"600\"");
            line += LINE;
        }
        text(svg, x, y + HEIGHT - 2 * LINE + 4, seats(composition), "");
        text(svg, x, y + HEIGHT - LINE + 6, remark(composition, planned), "");
    }

    private String seats(Composition composition) {
        return composition.groups().isEmpty()
                ? words.texts().text("committee.chart.open")
                : words.texts().text("committee.chart.seats", words.span(composition.should()), composition.filled());
    }

    private String remark(Composition composition, boolean planned) {
        if (planned) {
            return words.texts().text(CommitteeState.PLANNED.wordKey());
        }
        int found = composition.findings().size();
        return found == 0 ? "" : words.texts().text("committee.chart.findings", found);
    }

    private static void text(StringBuilder svg, int x, int y, String text, String weight) {
        svg.append("<text x=\"%d\" y=\"%d\"%s>%s</text>".formatted(x + 12, y, weight, escape(text)));
    }

    private static List<String> wrapped(String name) {
        var lines = new ArrayList<String>();
        String rest = name;
        while (rest.length() > LETTERS && lines.size() < LINES - 1) {
            int space = rest.lastIndexOf(' ', LETTERS);
            int end = space > 0 ? space : LETTERS;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        lines.add(rest.length() > LETTERS ? rest.substring(0, LETTERS - 1) + "…" : rest);
        return lines;
    }

    private static boolean isColumn(Node node) {
        return node.below().stream().allMatch(child -> child.below().isEmpty());
    }

    private static int left(Node node, int x) {
        if (isColumn(node)) {
            return x;
        }
        List<Node> below = node.below();
        int next = x + (width(node) - row(below)) / 2;
        int last = next + row(below) - width(below.getLast());
        return (left(below.getFirst(), next) + left(below.getLast(), last)) / 2;
    }

    private static int width(Node node) {
        if (isColumn(node)) {
            return node.below().isEmpty() ? BOX : BOX + INDENT;
        }
        return Math.max(BOX, row(node.below()));
    }

    private static int row(List<Node> nodes) {
        return nodes.stream().mapToInt(OrganisationChart::width).sum() + GAP * Math.max(0, nodes.size() - 1);
    }

    private static int height(Node node) {
        return isColumn(node)
                ? HEIGHT + node.below().size() * (HEIGHT + GAP)
                : HEIGHT
                        + LEVEL
                        + node.below().stream()
                                .mapToInt(OrganisationChart::height)
                                .max()
                                .orElse(0);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
