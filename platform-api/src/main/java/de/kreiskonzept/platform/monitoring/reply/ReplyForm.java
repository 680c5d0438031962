package de.kreiskonzept.platform.monitoring.reply;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.StatusVocabulary;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.monitoring.AssessmentForm;
import de.kreiskonzept.platform.monitoring.evidence.SentFile;
import de.kreiskonzept.platform.monitoring.vocabulary.StatusChoice;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An answer as people send it.
 *
 * @param light value of a choice, or {@value #SAME} where nothing has changed
 * @param vocabulary of the county when the answer is sent
 */
public record ReplyForm(String light, String reason, String justification, StatusVocabulary vocabulary) {
    /** Nothing has changed since the last time. */
    public static final String SAME = "same";

    static ReplyForm of(Reply reply, StatusVocabulary vocabulary) {
        TrafficLight light = reply.light();
        ReasonClass reason = reply.reason();
        String chosen = light == null ? "" : StatusChoice.value(vocabulary, light, reply.status());
        return new ReplyForm(
                reply.nothingNew() ? SAME : chosen, reason == null ? "" : reason.text(), reply.words(), vocabulary);
    }

    static ReplyForm of(Map<String, ?> fields, StatusVocabulary vocabulary) {
        return new ReplyForm(
                FieldChecks.field(fields, "light"),
                FieldChecks.field(fields, "reason"),
                FieldChecks.field(fields, "justification"),
                vocabulary);
    }

    private AssessmentForm assessment() {
        return AssessmentForm.chosen(vocabulary, light, reason, justification);
    }

    // A body says how far its measure is; taking an assessment back is for the county.
    private boolean isOffered() {
        String colour = assessment().light();
        return colour != null
                && Stream.of(TrafficLight.GREEN, TrafficLight.YELLOW, TrafficLight.RED)
                        .anyMatch(light -> light.text().equals(colour));
    }

    private boolean same() {
        return light.equals(SAME);
    }

    /** What is wrong, in the order of the form. */
    FormErrors errors(Reply reply, long version, Texts texts) {
        if (!same() && !isOffered()) {
            return FormErrors.none().with("light", texts.text("reply.fault.light"));
        }
        FormErrors errors = same() ? FormErrors.none() : assessment().errors(texts);
        return errors.isEmpty() && reply.version() != version
                ? errors.with("", texts.text("reply.fault.changed"))
                : errors;
    }

    /** The answer, once it is checked, with its file. */
    Replies.Answer answer(Reply reply, SentFile file) {
        return same()
                ? Replies.Answer.nothingNew(reply, file)
                : new Replies.Answer(assessment().light(FormErrors.none()), false, file);
    }
}
