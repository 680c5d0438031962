package de.kreiskonzept.platform.monitoring;

import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.Tally;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.Locale;

/**
 * A tally as one horizontal SVG bar. Each light has a pattern and an outline, so the bar can be read without colour; the patterns
 * stand once in the page ({@code frame/lightPatterns.jte}). Widths are per cents, so nothing is distorted at any width. What does
 * not count is not drawn.
 *
 * @param id unique in the page
 * @param title what the bar shows
 * @param description the same in words and numbers
 */
public record AmpelBar(String id, Tally tally, String title, String description) implements Content {
    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(svg());
    }

    /** The bar as SVG without styles. */
    public String svg() {
        var svg = new StringBuilder(600)
                .append(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"kk-bar\" width=\"100%\" height=\"28\" role=\"img\"")
                .append(" aria-labelledby=\"%1$s-t %1$s-d\"><title id=\"%1$s-t\">".formatted(escape(id)))
                .append(escape(title))
                .append("</title><desc id=\"%s-d\">".formatted(escape(id)))
                .append(escape(description))
                .append("</desc>");
        if (tally.counted() == 0) {
            svg.append("<rect class=\"kk-bar__nothing\" width=\"100%\" height=\"100%\" fill=\"none\"")
                    .append(" stroke=\"#6b7280\" stroke-dasharray=\"4 4\"/>");
        }
        double x = 0;
        for (TrafficLight light : TrafficLight.values()) {
            double width = tally.counted() == 0 ? 0 : 100.0 * tally.count(light) / tally.counted();
            if (width > 0) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<rect x=\"%.3f%%\" width=\"%.3f%%\" height=\"100%%\" fill=\"url(#kk-pattern-%s)\" stroke=\"#1f2933\"/>",
                        x,
                        width,
                        light.text()));
            }
            x += width;
        }
        return svg.append("</svg>").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
