package de.kreiskonzept.platform.concept.node;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.concept.NodeFields;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.detail.Detailed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What people enter for a node, still as text; a node takes only the fields of its kind.
 *
 * @param kind of a section or goal, as in the database
 * @param name of a section or text block
 * @param text of a goal, measure or text block
 * @param statedGoals whole number or empty
 * @param statedMeasures whole number or empty
 * @param goals ids of the goals that a measure serves
 * @param more of a measure, besides its words
 * @param chapterId of the chapter that a text of the version stands in, or empty
 */
public record NodeForm(
        String kind,
        String number,
        String name,
        String text,
        String description,
        String responsible,
        String statedGoals,
        String statedMeasures,
        List<String> goals,
        MeasureForm more,
        String chapterId) {
    /** Copies the list. */
    public NodeForm {
        goals = List.copyOf(goals);
    }

    /** A node that says nothing more. */
    public NodeForm(
            String kind,
            String number,
            String name,
            String text,
            String description,
            String responsible,
            String statedGoals,
            String statedMeasures,
            List<String> goals) {
        this(
                kind,
                number,
                name,
                text,
                description,
                responsible,
                statedGoals,
                statedMeasures,
                goals,
                MeasureForm.EMPTY,
                "");
    }

    /** The same in a chapter; empty for none. */
    NodeForm in(String chapter) {
        return new NodeForm(
                kind, number, name, text, description, responsible, statedGoals, statedMeasures, goals, more, chapter);
    }

    static NodeForm empty(NodeKind kind) {
        String first = kind == NodeKind.SECTION ? SectionKind.FIELD_OF_ACTION.text() : GoalKind.SUB_GOAL.text();
        return new NodeForm(first, "", "", "", "", "", "", "", List.of());
    }

    static NodeForm of(Section section) {
        return new NodeForm(
                section.kind().text(),
                section.number(),
                section.name(),
                "",
                "",
                "",
                text(section.statedGoals()),
                text(section.statedMeasures()),
                List.of());
    }

    static NodeForm of(Goal goal) {
        return new NodeForm(goal.kind().text(), goal.number(), "", goal.text(), "", "", "", "", List.of());
    }

    static NodeForm of(Measure measure, List<UUID> goals, Detailed said) {
        return new NodeForm(
                "",
                measure.number(),
                "",
                measure.text(),
                measure.description(),
                measure.responsible(),
                "",
                "",
                goals.stream().map(UUID::toString).toList(),
                MeasureForm.of(said),
                "");
    }

    static NodeForm of(TextBlock text) {
        return new NodeForm("", "", text.name(), text.text(), "", "", "", "", List.of())
                .in(NodeFields.text(text.chapterId()));
    }

    /** Reads the fields of a page's form; what is missing is empty. Line ends become single line feeds. */
    static NodeForm of(Map<String, ?> fields) {
        Function<String, String> field = name -> FieldChecks.field(fields, name);
        return new NodeForm(
                field.apply("kind"),
                field.apply("number"),
                field.apply("name"),
                field.apply("text"),
                field.apply("description"),
                MeasureForm.responsible(fields),
                field.apply("statedGoals"),
                field.apply("statedMeasures"),
                FieldChecks.list(fields, "goals"),
                MeasureForm.of(fields),
                field.apply("chapterId"));
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    /** What is wrong with the fields that a node of this kind takes, in the order of the form. */
    FormErrors check(NodeKind node, Texts texts) {
        var errors = FormErrors.none();
        if (node == NodeKind.SECTION) {
            errors = oneOf(
                    errors,
                    Arrays.stream(SectionKind.values()).map(SectionKind::text).toList(),
                    texts);
        }
        if (node == NodeKind.GOAL) {
            errors = oneOf(
                    errors, Arrays.stream(GoalKind.values()).map(GoalKind::text).toList(), texts);
        }
        errors = FieldChecks.length(errors, "number", number, TextLimits.NUMBER, texts);
        if (node == NodeKind.SECTION) {
            errors = FieldChecks.required(errors, "name", name, TextLimits.NAME, texts);
            errors = FieldChecks.number(errors, "statedGoals", statedGoals, texts);
            return FieldChecks.number(errors, "statedMeasures", statedMeasures, texts);
        }
        errors = FieldChecks.length(errors, "name", name, TextLimits.NAME, texts);
        errors = FieldChecks.required(errors, "text", text, TextLimits.TEXT, texts);
        errors = FieldChecks.length(errors, "description", description, TextLimits.TEXT, texts);
        errors = FieldChecks.length(errors, "responsible", responsible, TextLimits.BODIES, texts);
        return more.check(errors, texts);
    }

    private FormErrors oneOf(FormErrors errors, List<String> allowed, Texts texts) {
        return allowed.contains(kind) ? errors : errors.with("kind", texts.text("concept.fault.choice"));
    }

    /** This form, or a refusal that names its first error. */
    NodeForm checked(NodeKind node, Texts texts) {
        Answers.refuse(check(node, texts));
        return this;
    }

    /** The stated counts, once they are checked. */
    StatedCounts stated() {
        return FieldChecks.stated(statedGoals, statedMeasures);
    }
}
