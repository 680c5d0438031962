package de.kreiskonzept.platform.workflow;

import de.kreiskonzept.model.measure.Moment;
import de.kreiskonzept.model.workflow.Step;
import de.kreiskonzept.model.workflow.StepState;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a process over the months as SVG, never without the table of the same steps beside it. Finished steps are filled, begun
 * ones half, planned ones empty, so that it can be read without colours; a step without an end runs to the edge, a critical one has a
 * thick border.
 *
 * @param title what it shows
 * @param text how to read it
 * @param todayWord what stands at the line of today
 */
public record TimelineChart(Timeline timeline, String title, String text, String todayWord) implements Content {
    private static final int LEFT = 44;
    private static final int WIDTH = 720;
    private static final int HEAD = 34;
    private static final int ROW = 26;
    private static final int BAR = 16;
    private static final int LEAST_MONTHS = 6;
    private static final int MOST_LABELS = 8;

    /** Whether any step has a date. */
    public boolean isDrawn() {
        return moments().findAny().isPresent();
    }

    @Override
    public void writeTo(TemplateOutput output) {
        if (!isDrawn()) {
            return;
        }
        List<Timeline.Line> rows = dated();
        YearMonth first = YearMonth.from(
                moments().map(Moment::start).min(LocalDate::compareTo).orElseThrow());
        YearMonth last = YearMonth.from(
                moments().map(Moment::end).max(LocalDate::compareTo).orElseThrow());
        int months = (int) Math.max(LEAST_MONTHS, ChronoUnit.MONTHS.between(first, last) + 1);
        var scale = new Scale(first, months);
        int height = HEAD + rows.size() * ROW + 6;
        output.writeContent(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"kk-chart\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        + " role=\"img\" aria-labelledby=\"zeit-t zeit-d\"><title id=\"zeit-t\">",
                LEFT + WIDTH,
                height,
                LEFT + WIDTH,
                height));
        output.writeUserContent(title);
        output.writeContent("</title><desc id=\"zeit-d\">");
        output.writeUserContent(text);
        output.writeContent("</desc><g font-size=\"12\" fill=\"none\" stroke=\"currentColor\">");
        grid(output, scale, height);
        for (int i = 0; i < rows.size(); i++) {
            row(output, scale, rows.get(i), HEAD + i * ROW);
        }
        today(output, scale, height);
        output.writeContent("</g></svg>");
    }

    private List<Timeline.Line> dated() {
        return timeline.lines().stream()
                .filter(line -> line.step().state() != StepState.DROPPED)
                .filter(line -> line.step().from() != null || line.step().until() != null)
                .toList();
    }

    private Stream<Moment> moments() {
        return dated().stream().flatMap(line -> line.step().moments());
    }

    private static void grid(TemplateOutput output, Scale scale, int height) {
        int step = Math.max(1, Math.ceilDiv(scale.months, MOST_LABELS));
        for (int month = 0; month < scale.months; month += step) {
            double x = LEFT + month * scale.perMonth();
            YearMonth here = scale.first.plusMonths(month);
            output.writeContent(String.format(
                    Locale.ROOT,
                    "<path d=\"M%.1f %d V%d\" stroke-opacity=\"0.3\"/><text x=\"%.1f\" y=\"18\" fill=\"currentColor\" stroke=\"none\">%02d/%d</text>",
                    x,
                    HEAD - 8,
                    height,
                    x,
                    here.getMonthValue(),
                    here.getYear()));
        }
    }

    private static void row(TemplateOutput output, Scale scale, Timeline.Line line, int top) {
        Step step = line.step();
        double from = scale.x(step.from(), step.until(), true);
        double until = step.until() == null ? LEFT + WIDTH : scale.x(step.until(), step.until(), false);
        int middle = top + ROW / 2;
        output.writeContent(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"currentColor\" stroke=\"none\">%s</text>",
                LEFT - 8,
                middle + 4,
                line.number()));
        double width = Math.max(3, until - from);
        output.writeContent(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"%s%s/>",
                from,
                middle - BAR / 2,
                width,
                BAR,
                step.until() == null ? " stroke-dasharray=\"4 3\"" : "",
                line.isCritical() ? " stroke-width=\"3\"" : ""));
        double filled = switch (step.state()) {
            case DONE -> width;
            case UNDER_WAY -> width / 2;
            case PLANNED, DROPPED -> 0;
        };
        if (filled > 0) {
            output.writeContent(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"currentColor\" stroke=\"none\"/>",
                    from,
                    middle - BAR / 2,
                    filled,
                    BAR));
        }
    }

    private void today(TemplateOutput output, Scale scale, int height) {
        double x = scale.x(timeline.today());
        if (x >= LEFT && x <= LEFT + WIDTH) {
            output.writeContent(String.format(
                    Locale.ROOT,
                    "<path d=\"M%.1f %d V%d\" stroke-width=\"2\" stroke-dasharray=\"2 3\"/><text x=\"%.1f\" y=\"30\" text-anchor=\"%s\""
                            + " fill=\"currentColor\" stroke=\"none\">",
                    x,
                    HEAD - 2,
                    height,
                    x,
                    x > LEFT + WIDTH / 2.0 ? "end" : "start"));
            output.writeUserContent(todayWord);
            output.writeContent("</text>");
        }
    }

    private record Scale(YearMonth first, int months) {
        double perMonth() {
            return (double) WIDTH / months;
        }

        double x(LocalDate day) {
            long whole = ChronoUnit.MONTHS.between(first, YearMonth.from(day));
            return LEFT + (whole + (day.getDayOfMonth() - 1.0) / day.lengthOfMonth()) * perMonth();
        }

        double x(@Nullable Moment moment, @Nullable Moment otherwise, boolean start) {
            Moment known = moment == null ? otherwise : moment;
            if (known == null) {
                return LEFT;
            }
            return start ? x(known.start()) : x(known.end().plusDays(1));
        }
    }
}
