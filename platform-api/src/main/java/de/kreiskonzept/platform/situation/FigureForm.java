package de.kreiskonzept.platform.situation;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.situation.ChartKind;
import de.kreiskonzept.model.situation.Figure;
import de.kreiskonzept.model.situation.Indicator;
import de.kreiskonzept.model.situation.ReadingLines;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.concept.NodeFields;
import de.kreiskonzept.platform.concept.together.PlainDrafts;
import de.kreiskonzept.platform.concept.writing.Sheet;
import java.util.Map;

/**
 * What people enter for a figure, still as text.
 *
 * @param chart bar or line
 * @param values one a line, as {@link ReadingLines} reads them
 */
public record FigureForm(String name, String unit, String source, String chart, String values) {
    static final FigureForm EMPTY = new FigureForm("", "", "", ChartKind.BAR.text(), "");

    static FigureForm of(Map<String, ?> fields) {
        return new FigureForm(
                FieldChecks.field(fields, "name"),
                FieldChecks.field(fields, "unit"),
                FieldChecks.field(fields, "source"),
                FieldChecks.field(fields, "chart"),
                FieldChecks.field(fields, "values"));
    }

    /** The form of a figure. */
    public static FigureForm of(Figure figure) {
        return new FigureForm(
                figure.name(),
                figure.unit(),
                figure.source(),
                figure.chart().text(),
                ReadingLines.write(figure.readings()));
    }

    /** The form of a figure with whatever was typed there and not saved. */
    public static PlainDrafts.Form draft(Figure figure) {
        return new PlainDrafts.Form(
                new Sheet("zahlen/" + figure.id() + "/bearbeiten", figure.versionId(), figure.id(), figure.version()),
                Figures.subject(figure.id()),
                figure.name(),
                NodeFields.of(of(figure)),
                PlainDrafts.Place.inConcept("/zahlen?version=" + figure.versionId()));
    }

    /** What is wrong with it. */
    public FormErrors check(Texts texts) {
        var errors = SituationFields.text(FormErrors.none(), "name", name, TextLimits.NAME, texts);
        errors = SituationFields.text(errors, "unit", unit, Indicator.UNIT, texts);
        errors = SituationFields.text(errors, "source", source, TextLimits.NAME, texts);
        if (ChartKind.find(chart).isEmpty()) {
            errors = errors.with("chart", texts.text("situation.fault.chart"));
        }
        return SituationFields.readings(errors, "values", values, texts);
    }

    /** The figure with what was entered, once it is checked. */
    Figure figure(Figure old) {
        return new Figure(
                old.id(),
                old.versionId(),
                old.sectionId(),
                old.position(),
                name,
                unit,
                source,
                ChartKind.find(chart).orElse(ChartKind.BAR),
                ReadingLines.read(values).readings(),
                old.version());
    }
}
