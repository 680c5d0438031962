package de.kreiskonzept.platform.situation;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.situation.GermanNumber;
import de.kreiskonzept.model.situation.Indicator;
import de.kreiskonzept.model.situation.Indicator.Mark;
import de.kreiskonzept.model.situation.ReadingLines;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.concept.NodeFields;
import de.kreiskonzept.platform.concept.together.PlainDrafts;
import de.kreiskonzept.platform.concept.writing.Sheet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people enter for an indicator, still as text. */
public record IndicatorForm(
        String name,
        String unit,
        String definition,
        String source,
        String baseline,
        String baselinePeriod,
        String target,
        String targetPeriod) {
    static final IndicatorForm EMPTY = new IndicatorForm("", "", "", "", "", "", "", "");

    static IndicatorForm of(Map<String, ?> fields) {
        return new IndicatorForm(
                FieldChecks.field(fields, "name"),
                FieldChecks.field(fields, "unit"),
                FieldChecks.field(fields, "definition"),
                FieldChecks.field(fields, "source"),
                FieldChecks.field(fields, "baseline"),
                FieldChecks.field(fields, "baselinePeriod"),
                FieldChecks.field(fields, "target"),
                FieldChecks.field(fields, "targetPeriod"));
    }

    static IndicatorForm of(Indicator indicator) {
        return new IndicatorForm(
                indicator.name(),
                indicator.unit(),
                indicator.definition(),
                indicator.source(),
                number(indicator.baseline()),
                period(indicator.baseline()),
                number(indicator.target()),
                period(indicator.target()));
    }

    /** The form of an indicator with whatever was typed there and not saved. */
    public static PlainDrafts.Form draft(Indicator indicator) {
        String path = "indikatoren/" + indicator.id();
        return new PlainDrafts.Form(
                new Sheet(path + "/bearbeiten", indicator.versionId(), indicator.id(), indicator.version()),
                Indicators.subject(indicator.id()),
                indicator.name(),
                NodeFields.of(of(indicator)),
                PlainDrafts.Place.inConcept("/" + path));
    }

    /** The form of its values. */
    public static PlainDrafts.Form draft(IndicatorLine line) {
        Indicator indicator = line.indicator();
        String path = "indikatoren/" + indicator.id();
        return new PlainDrafts.Form(
                new Sheet(path + "/werte", indicator.versionId(), indicator.id(), line.seriesVersion()),
                Indicators.subject(indicator.id()),
                indicator.name(),
                Map.of("values", ReadingLines.write(line.readings())),
                PlainDrafts.Place.inConcept("/" + path));
    }

    private static String number(@Nullable Mark mark) {
        return mark == null ? "" : GermanNumber.print(mark.value());
    }

    private static String period(@Nullable Mark mark) {
        return mark == null ? "" : mark.period().print();
    }

    FormErrors check(Texts texts) {
        var errors = SituationFields.text(FormErrors.none(), "name", name, TextLimits.NAME, texts);
        errors = SituationFields.text(errors, "unit", unit, Indicator.UNIT, texts);
        errors = SituationFields.text(errors, "definition", definition, TextLimits.TEXT, texts);
        errors = SituationFields.mark(errors, "baseline", baseline, baselinePeriod, texts);
        errors = SituationFields.mark(errors, "target", target, targetPeriod, texts);
        return SituationFields.text(errors, "source", source, TextLimits.NAME, texts);
    }

    /** The indicator with what was entered, once it is checked. */
    Indicator indicator(Indicator old) {
        return new Indicator(
                old.id(),
                old.versionId(),
                old.seriesId(),
                old.goalId(),
                old.measureId(),
                old.position(),
                name,
                unit,
                definition,
                source,
                SituationFields.mark(baseline, baselinePeriod),
                SituationFields.mark(target, targetPeriod),
                old.version());
    }
}
