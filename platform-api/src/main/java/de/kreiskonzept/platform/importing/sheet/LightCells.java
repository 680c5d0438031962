package de.kreiskonzept.platform.importing.sheet;

import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.importing.table.OutlineRow;
import de.kreiskonzept.model.importing.table.OutlineRow.Field;
import de.kreiskonzept.model.importing.table.OutlineRows;
import de.kreiskonzept.model.monitoring.Assessment;
import de.kreiskonzept.model.monitoring.Assessment.Completeness;
import de.kreiskonzept.model.monitoring.CurrentLight;
import de.kreiskonzept.platform.monitoring.LightTable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a row of the table says about the light of a stored measure. An empty cell says nothing; a reason behind a light that is not
 * red neither.
 *
 * @param before what holds now
 * @param why what was said about it
 */
record LightCells(OutlineRow row, CurrentLight before, String why) {
    private static final String COUNTS = "ja";
    private static final String COUNTS_NOT = "nein";

    /** Words for whether a measure counts. */
    static String word(boolean counted) {
        return counted ? COUNTS : COUNTS_NOT;
    }

    private TrafficLight light() {
        return OutlineRows.light(row.value(Field.LIGHT)).orElse(before.light());
    }

    private @Nullable ReasonClass reason() {
        if (light() != TrafficLight.RED) {
            return null;
        }
        boolean silent =
                row.value(Field.LIGHT).isEmpty() && row.value(Field.REASON).isEmpty();
        return silent
                ? before.reason()
                : OutlineRows.reason(row.value(Field.REASON)).orElse(null);
    }

    private boolean counted() {
        String word = row.value(Field.COUNTED);
        return word.isEmpty() ? before.counted() : word.equalsIgnoreCase(COUNTS);
    }

    private String justification() {
        String said = row.value(Field.JUSTIFICATION);
        return said.isEmpty() && light() == before.light() ? why : said;
    }

    private boolean isJudged() {
        return light() != before.light()
                || reason() != before.reason()
                || !justification().equals(why);
    }

    /** Cells that say something else than what holds. */
    List<SheetUpdate.Change> differing() {
        var differing = new ArrayList<SheetUpdate.Change>();
        if (light() != before.light() || !isKnown(Field.LIGHT)) {
            differing.add(change(Field.LIGHT, OutlineRows.word(before.light())));
        }
        if ((reason() != before.reason() && light() == TrafficLight.RED) || !isKnown(Field.REASON)) {
            differing.add(change(Field.REASON, OutlineRows.word(before.reason())));
        }
        if (!justification().equals(why)) {
            differing.add(change(Field.JUSTIFICATION, why));
        }
        if (counted() != before.counted() || !isKnown(Field.COUNTED)) {
            differing.add(change(Field.COUNTED, word(before.counted())));
        }
        return differing;
    }

    private SheetUpdate.Change change(Field field, String stored) {
        return new SheetUpdate.Change(row.line(), field.word(), stored, row.value(field));
    }

    /** Whether every word is one of those to choose from, and a yellow or red light says why. */
    boolean isComplete() {
        return isKnown(Field.LIGHT)
                && isKnown(Field.REASON)
                && isKnown(Field.COUNTED)
                && (!isJudged()
                        || Assessment.completeness(light(), reason(), justification()) == Completeness.COMPLETE);
    }

    private boolean isKnown(Field field) {
        String word = row.value(field);
        return word.isEmpty()
                || switch (field) {
                    case LIGHT -> OutlineRows.light(word).isPresent();
                    case REASON -> OutlineRows.reason(word).isPresent();
                    case COUNTED -> word.equalsIgnoreCase(COUNTS) || word.equalsIgnoreCase(COUNTS_NOT);
                    default -> true;
                };
    }

    /** What holds for the measure afterwards. */
    LightTable.Change change(UUID measure) {
        String status = light() == before.light() ? before.status() : "";
        var after = new CurrentLight(light(), reason(), counted(), before.version(), status);
        return new LightTable.Change(measure, before, after, isJudged() ? justification() : null);
    }
}
