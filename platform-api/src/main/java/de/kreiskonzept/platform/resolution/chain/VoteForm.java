package de.kreiskonzept.platform.resolution.chain;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.resolution.ResolutionPoint;
import de.kreiskonzept.model.voting.Result;
import de.kreiskonzept.model.voting.VoteSentence;
import de.kreiskonzept.platform.committee.Inputs;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.resolution.Turn;
import de.kreiskonzept.platform.resolution.Whole;
import de.kreiskonzept.platform.resolution.register.BallotForm;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of a committee's turn, as people enter it.
 *
 * @param nextDay day on which a postponed paper comes again, maybe empty
 * @param text what was decided
 */
public record VoteForm(String result, String day, String nextDay, String text, BallotForm ballot) {
    /** The form with what the paper proposes. */
    static VoteForm of(Whole whole, Turn turn) {
        String proposed = whole.points().stream()
                .filter(point -> !point.withdrawn())
                .map(ResolutionPoint::text)
                .collect(Collectors.joining("\n\n"));
        return new VoteForm("", Objects.toString(turn.consultation().day(), ""), "", proposed, BallotForm.empty());
    }

    /** The same with what a sentence of minutes says. */
    VoteForm saying(VoteSentence said) {
        return new VoteForm(
                said.result() == Result.NONE ? result : said.result().text(), day, nextDay, text, BallotForm.of(said));
    }

    static VoteForm of(Map<String, ?> fields) {
        return new VoteForm(
                FieldChecks.field(fields, "result"),
                FieldChecks.field(fields, "day"),
                FieldChecks.field(fields, "nextDay"),
                FieldChecks.field(fields, "text"),
                BallotForm.of(fields));
    }

    /** What is wrong, in the order of the form. */
    public FormErrors errors(Texts texts, LocalDate today) {
        Optional<Result> known = Result.find(result).filter(one -> one != Result.NONE);
        if (known.isEmpty()) {
            return FormErrors.none().with("result", texts.text("chain.fault.result"));
        }
        FormErrors errors = FormErrors.none();
        LocalDate meeting = Inputs.day(day);
        if (meeting == null || meeting.isAfter(today)) {
            errors = errors.with("day", texts.text("chain.fault.day"));
        }
        errors = Inputs.day(errors, "nextDay", nextDay, texts);
        if (!isDecision()) {
            return ballot.isEmpty() ? errors : errors.with("result", texts.text("chain.fault.noVote"));
        }
        if (text.isBlank()) {
            errors = errors.with("text", texts.text("chain.fault.text"));
        }
        errors = errors.withLimit("text", text, TextLimits.TEXT, texts);
        return ballot.errors(errors, known.get(), texts);
    }

    /** The result; there are no errors. */
    Result found() {
        return Result.find(result).orElseThrow();
    }

    /** Whether something was decided, one way or the other. */
    boolean isDecision() {
        return Result.find(result)
                .filter(one -> one.approves() || one == Result.REJECTED)
                .isPresent();
    }
}
