package de.kreiskonzept.platform.resolution.register;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.resolution.CouncilDecision;
import de.kreiskonzept.model.resolution.DecisionState;
import de.kreiskonzept.platform.committee.Inputs;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** How far a decision is carried out, as people enter it. */
public record ProgressForm(String state, String responsible, String due) {
    static ProgressForm of(CouncilDecision decision) {
        return new ProgressForm(decision.state().text(), decision.responsible(), Objects.toString(decision.due(), ""));
    }

    static ProgressForm of(Map<String, ?> fields) {
        return new ProgressForm(
                FieldChecks.field(fields, "state"),
                FieldChecks.field(fields, "responsible"),
                FieldChecks.field(fields, "due"));
    }

    /** What is wrong, in the order of the form, behind what is wrong before. */
    public FormErrors errors(FormErrors before, Texts texts) {
        FormErrors errors = DecisionState.find(state).isPresent()
                ? before
                : before.with("state", texts.text("register.fault.state"));
        errors = errors.withLimit("responsible", responsible, TextLimits.NAME, texts);
        return Inputs.day(errors, "due", due, texts);
    }

    /** The decision with this; there are no errors. */
    CouncilDecision changed(CouncilDecision before, Instant now) {
        return new CouncilDecision(
                before.id(),
                before.paperId(),
                before.consultationId(),
                before.committeeId(),
                before.day(),
                before.publicity(),
                before.text(),
                before.ballot(),
                before.result(),
                DecisionState.find(state).orElseThrow(),
                responsible,
                Inputs.day(due),
                before.createdAt(),
                now,
                before.version());
    }
}
