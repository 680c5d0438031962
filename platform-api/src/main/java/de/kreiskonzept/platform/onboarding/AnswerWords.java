package de.kreiskonzept.platform.onboarding;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.onboarding.Answer;
import de.kreiskonzept.model.onboarding.EvidenceKind;
import de.kreiskonzept.model.onboarding.Field;
import de.kreiskonzept.model.onboarding.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An answer in the words that people read: options by their label, numbers with their unit. */
public final class AnswerWords {
    private AnswerWords() {}

    /** A field with what was entered. */
    public record Line(String label, String text) {}

    /** All fields of a question that hold something. */
    public static List<Line> lines(Question question, Answer answer) {
        return question.fields().stream()
                .filter(field -> !answer.values(field.key()).isEmpty())
                .map(field -> new Line(field.label(), text(field, answer.values(field.key()))))
                .toList();
    }

    /** What differs in a stored answer from what somebody typed; the field with what is stored. */
    static List<Line> differences(Question question, Answer stored, AnswerForm typed, Texts texts) {
        var lines = new ArrayList<Line>();
        for (Field field : question.fields()) {
            if (!stored.values(field.key()).equals(typed.list(field))) {
                lines.add(new Line(field.label(), text(field, stored.values(field.key()))));
            }
        }
        if (!stored.state().text().equals(typed.state())) {
            lines.add(new Line(
                    texts.text("onboarding.form.state"),
                    texts.text(stored.state().wordKey())));
        }
        if (!stored.why().equals(typed.why())) {
            lines.add(new Line(texts.text("onboarding.form.why"), stored.why()));
        }
        for (EvidenceKind kind : AnswerForm.asked(question)) {
            String proof = stored.evidence().getOrDefault(kind, "");
            if (!proof.equals(typed.evidence(kind))) {
                lines.add(new Line(texts.text(kind.wordKey()), proof));
            }
        }
        if (!stored.notes().equals(typed.notes())) {
            lines.add(new Line(texts.text("onboarding.form.notes"), stored.notes()));
        }
        return lines;
    }

    private static String text(Field field, List<String> values) {
        return switch (field) {
            case Field.Choice choice ->
                values.stream().map(value -> label(choice, value)).collect(Collectors.joining(", "));
            case Field.Amount amount -> values.isEmpty() ? "" : String.join(", ", values) + " " + amount.unit();
            case Field.Words _ -> String.join("\n", values);
            case Field.Day _ -> String.join(", ", values);
            case Field.Persons _ -> String.join(", ", values);
            case Field.Organisations _ -> String.join(", ", values);
        };
    }

    private static String label(Field.Choice choice, String value) {
        return choice.options().stream()
                .filter(option -> option.key().equals(value))
                .map(Field.Option::label)
                .findFirst()
                .orElse(value);
    }
}
