package de.kreiskonzept.platform.onboarding;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.onboarding.Answer;
import de.kreiskonzept.model.onboarding.Field;
import de.kreiskonzept.model.onboarding.Question;
import de.kreiskonzept.model.onboarding.QuestionState;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people enter for a question, still as text.
 *
 * @param due as ISO 8601 date, or empty
 * @param values by the key of the field
 */
public record AnswerForm(
        String state, String why, String owner, String due, String notes, Map<String, List<String>> values) {
    /** Copies the map. */
    public AnswerForm {
        values = Map.copyOf(values);
    }

    static AnswerForm of(Answer answer) {
        return new AnswerForm(
                answer.state() == QuestionState.UNOPENED
                        ? QuestionState.UNDECIDED.text()
                        : answer.state().text(),
                answer.why(),
                text(answer.owner()),
                text(answer.due()),
                answer.notes(),
                answer.values());
    }

    static AnswerForm of(Question question, Map<String, ?> fields) {
        var values = new LinkedHashMap<String, List<String>>();
        question.fields().forEach(field -> values.put(field.key(), read(field, fields)));
        return new AnswerForm(
                FieldChecks.field(fields, "state"),
                FieldChecks.field(fields, "why"),
                FieldChecks.field(fields, "owner"),
                FieldChecks.field(fields, "due"),
                FieldChecks.field(fields, "notes"),
                values);
    }

    private static List<String> read(Field field, Map<String, ?> fields) {
        String name = name(field);
        return switch (field) {
            case Field.Choice choice when choice.several() -> FieldChecks.list(fields, name);
            case Field.Persons persons when persons.several() -> lines(FieldChecks.field(fields, name));
            case Field.Organisations organisations
            when organisations.several() -> lines(FieldChecks.field(fields, name));
            default -> {
                String value = FieldChecks.field(fields, name);
                yield value.isEmpty() ? List.of() : List.of(value);
            }
        };
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** Name of a field in the form. */
    public static String name(Field field) {
        return "feld-" + field.key();
    }

    /** The values of a field, one in a line. */
    public String lines(Field field) {
        return String.join("\n", list(field));
    }

    /** The values of a field. */
    public List<String> list(Field field) {
        return values.getOrDefault(field.key(), List.of());
    }

    /** What is wrong, in the order of the form. */
    FormErrors check(Question question, Set<UUID> owners, Texts texts) {
        FormErrors errors = FormErrors.none();
        for (Field field : question.fields()) {
            Optional<Field.Fault> fault = field.fault(list(field));
            if (fault.isPresent()) {
                errors = errors.with(name(field), texts.text(fault.get().wordKey(), field.label()));
            }
        }
        Optional<QuestionState> chosen = QuestionState.find(state);
        if (chosen.isEmpty() || chosen.get() == QuestionState.UNOPENED) {
            errors = errors.with("state", texts.text("onboarding.fault.state"));
        } else if (chosen.get() == QuestionState.NOT_APPLICABLE && why.isBlank()) {
            errors = errors.with("why", texts.text("onboarding.fault.why"));
        }
        if (why.length() > TextLimits.TEXT || notes.length() > TextLimits.TEXT || (why + notes).indexOf('\0') >= 0) {
            errors = errors.with("notes", texts.text("onboarding.fault.long", TextLimits.TEXT));
        }
        if (!owner.isEmpty() && owners.stream().noneMatch(id -> id.toString().equals(owner))) {
            errors = errors.with("owner", texts.text("onboarding.fault.owner"));
        }
        return due.isEmpty() || day(due).isPresent() ? errors : errors.with("due", texts.text("onboarding.fault.due"));
    }

    /** The answer, once it is checked. */
    Answer answer(String question) {
        return new Answer(
                question,
                QuestionState.find(state).orElseThrow(),
                why,
                owner.isEmpty() ? null : UUID.fromString(owner),
                day(due).orElse(null),
                notes,
                values);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() >= 1900 && day.getYear() <= 2199 ? Optional.of(day) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
