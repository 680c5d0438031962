package de.kreiskonzept.platform.monitoring.reply;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.monitoring.AssessmentForm;
import java.util.Map;
import java.util.Set;

/**
 * An answer as people send it.
 *
 * @param light green, yellow, red, or {@value #SAME} where nothing has changed
 */
public record ReplyForm(String light, String reason, String justification) {
    /** Nothing has changed since the last time. */
    public static final String SAME = "same";

    private static final Set<String> CHOICES =
            Set.of(TrafficLight.GREEN.text(), TrafficLight.YELLOW.text(), TrafficLight.RED.text(), SAME);

    static ReplyForm of(Reply reply) {
        TrafficLight light = reply.light();
        ReasonClass reason = reply.reason();
        String chosen = light == null ? "" : light.text();
        return new ReplyForm(reply.nothingNew() ? SAME : chosen, reason == null ? "" : reason.text(), reply.words());
    }

    static ReplyForm of(Map<String, ?> fields) {
        return new ReplyForm(
                FieldChecks.field(fields, "light"),
                FieldChecks.field(fields, "reason"),
                FieldChecks.field(fields, "justification"));
    }

    private AssessmentForm assessment() {
        return new AssessmentForm(light, reason, justification);
    }

    private boolean same() {
        return light.equals(SAME);
    }

    /** What is wrong, in the order of the form. */
    FormErrors errors(Reply reply, long version, Texts texts) {
        if (!CHOICES.contains(light)) {
            return FormErrors.none().with("light", texts.text("reply.fault.light"));
        }
        FormErrors errors = same() ? FormErrors.none() : assessment().errors(texts);
        return errors.isEmpty() && reply.version() != version
                ? errors.with("", texts.text("reply.fault.changed"))
                : errors;
    }

    /** The answer, once it is checked. */
    Replies.Answer answer(Reply reply) {
        return same()
                ? Replies.Answer.nothingNew(reply)
                : new Replies.Answer(assessment().light(FormErrors.none()), false);
    }
}
