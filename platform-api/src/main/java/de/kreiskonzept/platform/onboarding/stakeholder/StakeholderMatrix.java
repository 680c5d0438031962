package de.kreiskonzept.platform.onboarding.stakeholder;

import de.kreiskonzept.model.onboarding.Stakeholder;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Stakeholders by interest and influence as SVG, never without the table with the same numbers beside it. Those inside the administration
 * are squares, the others circles; the numbers are those of the table.
 *
 * @param words what stands in the picture
 */
public record StakeholderMatrix(List<Listed> stakeholders, Words words) implements Content {
    private static final int CELL = 120;
    private static final int LEFT = 34;
    private static final int IN_ROW = 4;
    private static final int STEP = 28;
    private static final int RADIUS = 12;

    /**
     * What stands in the picture.
     *
     * @param title what it shows
     * @param description how to read it
     * @param interest name of the axis to the right
     * @param influence name of the axis upwards
     */
    public record Words(String title, String description, String interest, String influence) {}

    /** Copies the list. */
    public StakeholderMatrix {
        stakeholders = List.copyOf(stakeholders);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        int side = LEFT + Stakeholder.MOST * CELL;
        output.writeContent(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"kk-chart\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        + " role=\"img\" aria-labelledby=\"matrix-t matrix-d\"><title id=\"matrix-t\">",
                side,
                side,
                side,
                side));
        output.writeUserContent(words.title());
        output.writeContent("</title><desc id=\"matrix-d\">");
        output.writeUserContent(words.description());
        output.writeContent("</desc><g font-size=\"13\" fill=\"none\" stroke=\"currentColor\">");
        for (int influence = 1; influence <= Stakeholder.MOST; influence++) {
            for (int interest = 1; interest <= Stakeholder.MOST; interest++) {
                cell(output, interest, influence);
            }
        }
        label(output, LEFT + Stakeholder.MOST * CELL / 2, side - 10, "", words.interest());
        int middle = Stakeholder.MOST * CELL / 2;
        label(output, 16, middle, " transform=\"rotate(-90 16 " + middle + ")\"", words.influence());
        output.writeContent("</g></svg>");
    }

    private void cell(TemplateOutput output, int interest, int influence) {
        int x = LEFT + (interest - 1) * CELL;
        int y = (Stakeholder.MOST - influence) * CELL;
        output.writeContent("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" stroke-opacity=\"0.5\"/>"
                .formatted(x, y, CELL, CELL));
        int[] here = IntStream.range(0, stakeholders.size())
                .filter(i -> stakeholders.get(i).stakeholder().interest() == interest
                        && stakeholders.get(i).stakeholder().influence() == influence)
                .toArray();
        for (int i = 0; i < here.length; i++) {
            int left = x + 18 + i % IN_ROW * STEP;
            int top = y + 18 + i / IN_ROW * STEP;
            mark(output, stakeholders.get(here[i]).stakeholder().place(), left, top);
            label(output, left, top + 5, "", String.valueOf(here[i] + 1));
        }
    }

    private static void mark(TemplateOutput output, Stakeholder.Place place, int x, int y) {
        output.writeContent(
                switch (place) {
                    case INSIDE ->
                        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
                                .formatted(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
                    case OUTSIDE -> "<circle cx=\"%d\" cy=\"%d\" r=\"%d\"/>".formatted(x, y, RADIUS);
                });
    }

    private static void label(TemplateOutput output, int x, int y, String turn, String text) {
        output.writeContent("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"currentColor\" stroke=\"none\"%s>"
                .formatted(x, y, turn));
        output.writeUserContent(text);
        output.writeContent("</text>");
    }
}
