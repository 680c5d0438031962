package de.kreiskonzept.platform.onboarding;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.onboarding.Answer;
import de.kreiskonzept.model.onboarding.EvidenceKind;
import de.kreiskonzept.model.onboarding.Field;
import de.kreiskonzept.model.onboarding.Question;
import de.kreiskonzept.model.onboarding.QuestionState;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
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
        String state,
        String why,
        String owner,
        String due,
        String notes,
        Map<String, List<String>> values,
        Map<EvidenceKind, String> evidence) {
    /** Copies the maps. */
    public AnswerForm {
        values = Map.copyOf(values);
        evidence = Map.copyOf(evidence);
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
                answer.values(),
                answer.evidence());
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
                values,
                evidence(question, fields));
    }

    private static Map<EvidenceKind, String> evidence(Question question, Map<String, ?> fields) {
        var evidence = new EnumMap<EvidenceKind, String>(EvidenceKind.class);
        for (EvidenceKind kind : asked(question)) {
            String text = FieldChecks.field(fields, name(kind));
            if (!text.isEmpty()) {
                evidence.put(kind, text);
            }
        }
        return evidence;
    }

    /** The kinds of evidence that are typed; files come as the address where they lie. */
    public static List<EvidenceKind> asked(Question question) {
        return Arrays.stream(EvidenceKind.values())
                .filter(kind ->
                        kind != EvidenceKind.UPLOAD && question.evidence().contains(kind))
                .toList();
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

    /** Name of a kind of evidence in the form. */
    public static String name(EvidenceKind kind) {
        return "nachweis-" + kind.text();
    }

    /** What was typed as evidence; empty where nothing was. */
    public String evidence(EvidenceKind kind) {
        return evidence.getOrDefault(kind, "");
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
        String link = evidence(EvidenceKind.LINK);
        if (!link.isEmpty() && !link.matches("https?://[^\\s\\x00]{3,2000}")) {
            errors = errors.with(name(EvidenceKind.LINK), texts.text("onboarding.fault.link"));
        }
        String resolution = evidence(EvidenceKind.RESOLUTION);
        if (resolution.length() > TextLimits.NAME || resolution.indexOf('\0') >= 0) {
            errors = errors.with(
                    name(EvidenceKind.RESOLUTION), texts.text("onboarding.fault.resolution", TextLimits.NAME));
        }
        Optional<QuestionState> chosen = QuestionState.find(state);
        if (chosen.isEmpty() || chosen.get() == QuestionState.UNOPENED) {
            errors = errors.with("state", texts.text("onboarding.fault.state"));
        } else if (chosen.get() == QuestionState.NOT_APPLICABLE && why.isBlank()) {
            errors = errors.with("why", texts.text("onboarding.fault.why"));
        }
        errors = errors.withLimit("why", why, TextLimits.TEXT, texts).withLimit("notes", notes, TextLimits.TEXT, texts);
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
                values,
                evidence);
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
