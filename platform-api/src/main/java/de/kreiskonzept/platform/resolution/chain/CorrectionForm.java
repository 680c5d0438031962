package de.kreiskonzept.platform.resolution.chain;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.resolution.CouncilDecision;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.resolution.Turn;
import de.kreiskonzept.platform.resolution.register.BallotForm;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * What came of a turn indeed, as people enter it.
 *
 * @param reason what was wrong before
 */
public record CorrectionForm(VoteForm vote, String reason) {
    static CorrectionForm of(Turn turn) {
        CouncilDecision decision = turn.decision();
        var vote = new VoteForm(
                turn.consultation().result().text(),
                Objects.toString(turn.consultation().day(), ""),
                "",
                decision == null ? "" : decision.text(),
                decision == null ? BallotForm.empty() : BallotForm.of(decision.ballot()));
        return new CorrectionForm(vote, "");
    }

    static CorrectionForm of(Map<String, ?> fields) {
        return new CorrectionForm(VoteForm.of(fields), FieldChecks.field(fields, "reason"));
    }

    /** What is wrong, in the order of the form. */
    public FormErrors errors(Texts texts, LocalDate today) {
        FormErrors errors = vote.errors(texts, today);
        return reason.isBlank()
                ? errors.with("reason", texts.text("chain.fault.reason"))
                : errors.withLimit("reason", reason, TextLimits.TEXT, texts);
    }
}
