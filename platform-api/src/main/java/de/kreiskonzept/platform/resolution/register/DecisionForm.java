package de.kreiskonzept.platform.resolution.register;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.resolution.CouncilDecision;
import de.kreiskonzept.model.resolution.DecisionState;
import de.kreiskonzept.model.voting.Consultation.Publicity;
import de.kreiskonzept.model.voting.Result;
import de.kreiskonzept.platform.committee.CommitteeBook;
import de.kreiskonzept.platform.committee.Inputs;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** A decision that no paper proposed, as people enter it. */
public record DecisionForm(
        String committee,
        String day,
        String publicity,
        String result,
        String text,
        BallotForm ballot,
        ProgressForm progress) {
    /** What can be decided. */
    static final List<Result> RESULTS =
            List.of(Result.APPROVED, Result.AMENDED, Result.UNANIMOUS, Result.MAJORITY, Result.REJECTED, Result.NOTED);

    static DecisionForm empty() {
        return new DecisionForm(
                "",
                "",
                Publicity.UNKNOWN.text(),
                "",
                "",
                BallotForm.empty(),
                new ProgressForm(DecisionState.OPEN.text(), "", ""));
    }

    static DecisionForm of(Map<String, ?> fields) {
        return new DecisionForm(
                FieldChecks.field(fields, "committee"),
                FieldChecks.field(fields, "day"),
                FieldChecks.field(fields, "publicity"),
                FieldChecks.field(fields, "result"),
                FieldChecks.field(fields, "text"),
                BallotForm.of(fields),
                ProgressForm.of(fields));
    }

    /** What is wrong, in the order of the form. */
    public FormErrors errors(Texts texts, CommitteeBook book, LocalDate today) {
        UUID chosen = Inputs.id(committee);
        FormErrors errors = FormErrors.none();
        if (chosen == null || book.structure().find(chosen).isEmpty()) {
            errors = errors.with("committee", texts.text("chain.fault.committee"));
        }
        LocalDate decided = Inputs.day(day);
        if (decided == null || decided.isAfter(today)) {
            errors = errors.with("day", texts.text("chain.fault.day"));
        }
        if (Publicity.find(publicity).isEmpty()) {
            errors = errors.with("publicity", texts.text("chain.fault.publicity"));
        }
        Optional<Result> known = Result.find(result).filter(RESULTS::contains);
        if (known.isEmpty()) {
            errors = errors.with("result", texts.text("chain.fault.result"));
        }
        if (text.isBlank()) {
            errors = errors.with("text", texts.text("chain.fault.text"));
        }
        errors = errors.withLimit("text", text, TextLimits.TEXT, texts);
        errors = ballot.errors(errors, known.orElse(Result.NONE), texts);
        return progress.errors(errors, texts);
    }

    /** The decision; there are no errors. */
    CouncilDecision decision(UUID id, Instant now) {
        return new CouncilDecision(
                id,
                null,
                null,
                Objects.requireNonNull(Inputs.id(committee)),
                Objects.requireNonNull(Inputs.day(day)),
                Publicity.find(publicity).orElseThrow(),
                text,
                ballot.ballot(),
                Result.find(result).orElseThrow(),
                DecisionState.find(progress.state()).orElseThrow(),
                progress.responsible(),
                Inputs.day(progress.due()),
                now,
                now,
                0);
    }
}
