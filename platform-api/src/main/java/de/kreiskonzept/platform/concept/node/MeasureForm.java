package de.kreiskonzept.platform.concept.node;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.measure.Body;
import de.kreiskonzept.model.measure.BodyList;
import de.kreiskonzept.model.measure.BodyRole;
import de.kreiskonzept.model.measure.Costs;
import de.kreiskonzept.model.measure.MeasureDetail;
import de.kreiskonzept.model.measure.MeasureKind;
import de.kreiskonzept.model.measure.MeasureReach;
import de.kreiskonzept.model.measure.Priority;
import de.kreiskonzept.model.measure.TimeFrame;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.detail.Detailed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people enter for a measure besides its words, still as text.
 *
 * @param reach as in the database, empty for the level of the county
 * @param measureKind as in the database, empty where nothing is said; likewise the priority
 * @param costs a line each
 * @param partOf id of the measure it is a part of, or empty
 */
public record MeasureForm(
        String timeFrame,
        String reach,
        String measureKind,
        String priority,
        String category,
        String costs,
        String partOf) {
    /** Nothing is said. */
    public static final MeasureForm EMPTY = new MeasureForm("", "", "", "", "", "", "");

    private static final int MOST_BODIES = 60;
    private static final int SPARE_BODIES = 2;

    /** What is stored, for a form. */
    public static MeasureForm of(Detailed said) {
        MeasureDetail detail = said.detail();
        return new MeasureForm(
                detail.timeFrame().text(),
                detail.reach().text(),
                detail.kind() == null ? "" : detail.kind().text(),
                detail.priority() == null ? "" : detail.priority().text(),
                detail.category(),
                Costs.text(detail.costs(), "\n"),
                said.partOf() == null ? "" : said.partOf().toString());
    }

    static MeasureForm of(Map<String, ?> fields) {
        return new MeasureForm(
                FieldChecks.field(fields, "timeFrame"),
                FieldChecks.field(fields, "reach"),
                FieldChecks.field(fields, "measureKind"),
                FieldChecks.field(fields, "priority"),
                FieldChecks.field(fields, "category"),
                FieldChecks.field(fields, "costs"),
                FieldChecks.field(fields, "partOf"));
    }

    /** The line of responsible bodies: that of one field, or of the fields {@code bodyName-0}, {@code bodyRole-0} and so on. */
    static String responsible(Map<String, ?> fields) {
        if (!fields.containsKey("bodyName-0")) {
            return FieldChecks.field(fields, "responsible");
        }
        var bodies = new ArrayList<Body>();
        for (int i = 0; i < MOST_BODIES; i++) {
            String name =
                    FieldChecks.field(fields, "bodyName-" + i).replace(';', ',').replace('\n', ' ');
            BodyRole usual = bodies.isEmpty() ? BodyRole.LEAD : BodyRole.PARTICIPATES;
            BodyRole role =
                    BodyRole.find(FieldChecks.field(fields, "bodyRole-" + i)).orElse(usual);
            if (!name.isBlank()) {
                bodies.add(new Body(name.substring(0, Math.min(name.length(), TextLimits.NAME)), role));
            }
        }
        return new BodyList(bodies).text();
    }

    /** The rows of bodies that a form shows for this line, some of them empty. */
    public static List<Optional<Body>> rows(String responsible) {
        var rows = new ArrayList<Optional<Body>>();
        BodyList.of(responsible).bodies().forEach(body -> rows.add(Optional.of(body)));
        for (int spare = 0; spare < SPARE_BODIES; spare++) {
            rows.add(Optional.empty());
        }
        return rows;
    }

    /** Adds what is wrong, in the order of the form. */
    FormErrors check(FormErrors before, Texts texts) {
        FormErrors errors = FieldChecks.length(before, "timeFrame", timeFrame, TextLimits.NAME, texts);
        boolean known = (reach.isEmpty() || MeasureReach.find(reach).isPresent())
                && (measureKind.isEmpty() || MeasureKind.find(measureKind).isPresent())
                && (priority.isEmpty() || Priority.find(priority).isPresent());
        if (!known) {
            errors = errors.with("reach", texts.text("concept.fault.choice"));
        }
        errors = FieldChecks.length(errors, "category", category, MeasureDetail.CATEGORY, texts);
        Costs.Read read = Costs.read(costs);
        if (!read.unreadable().isEmpty()) {
            return errors.with(
                    "costs",
                    texts.text(
                            "concept.fault.costs", read.unreadable().getFirst().line()));
        }
        return read.costs().size() <= MeasureDetail.MOST_COSTS
                ? errors
                : errors.with("costs", texts.text("concept.fault.manyCosts", MeasureDetail.MOST_COSTS));
    }

    /** What is to be stored, once it is checked. */
    Detailed detailed() {
        var detail = new MeasureDetail(
                MeasureReach.find(reach).orElse(MeasureReach.COUNTY),
                MeasureKind.find(measureKind).orElse(null),
                Priority.find(priority).orElse(null),
                category,
                TimeFrame.of(timeFrame),
                Costs.read(costs).costs());
        return new Detailed(detail, whole());
    }

    private @Nullable UUID whole() {
        try {
            return partOf.isEmpty() ? null : UUID.fromString(partOf);
        } catch (IllegalArgumentException e) {
            throw Nodes.missing();
        }
    }
}
