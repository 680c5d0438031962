package de.kreiskonzept.platform.participation;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.participation.Decision;
import de.kreiskonzept.model.participation.Suggestion;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.util.Arrays;
import java.util.Map;

/** What the county answers to a suggestion, still as text. */
public record AnswerForm(String decision, String answer, boolean carriedOut) {
    static AnswerForm of(Suggestion suggestion) {
        return new AnswerForm(suggestion.decision().text(), suggestion.answer(), suggestion.carriedOut());
    }

    /** What a form sends. */
    public static AnswerForm of(Map<String, ?> fields) {
        return new AnswerForm(
                FieldChecks.field(fields, "decision"),
                FieldChecks.field(fields, "answer"),
                FieldChecks.field(fields, "carriedOut").equals("ja"));
    }

    /** What is wrong, in the order of the form. */
    public FormErrors errors(Texts texts) {
        if (Arrays.stream(Decision.values()).noneMatch(one -> one.text().equals(decision))) {
            return FormErrors.none().with("decision", texts.text("participation.fault.decision"));
        }
        FormErrors errors = decided().needsAnswer() && answer.isBlank()
                ? FormErrors.none().with("answer", texts.text("participation.fault.answer"))
                : FormErrors.none();
        return errors.withLimit("answer", answer, TextLimits.TEXT, texts);
    }

    /** The decision; {@link #errors} is empty. */
    public Decision decided() {
        return Decision.of(decision);
    }
}
