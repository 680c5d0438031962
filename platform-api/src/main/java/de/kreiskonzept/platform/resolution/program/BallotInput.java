package de.kreiskonzept.platform.resolution.program;

import de.kreiskonzept.model.resolution.Ballot;
import de.kreiskonzept.model.voting.MajorityRule;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.resolution.register.BallotForm;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/**
 * Votes as programs send and read them; what is unknown is null and never 0.
 *
 * @param majority share and base, such as more_than_half.cast
 * @param groups votes by faction or by name, one on each line
 */
@Serdeable
@Schema(name = "Ballot")
record BallotInput(
        @Nullable Integer yes,
        @Nullable Integer no,
        @Nullable Integer abstained,
        @Nullable Integer biased,
        @Nullable Integer present,
        @Nullable Integer members,
        @Nullable String majority,
        @Nullable String groups) {
    static final BallotInput NONE = new BallotInput(null, null, null, null, null, null, null, null);

    static BallotInput of(Ballot ballot) {
        return new BallotInput(
                ballot.votes().yes(),
                ballot.votes().no(),
                ballot.votes().abstained(),
                ballot.votes().biased(),
                ballot.votes().present(),
                ballot.members(),
                ballot.majority().text(),
                ballot.groups());
    }

    BallotForm form() {
        var numbers = new HashMap<String, String>();
        numbers.put("yes", Answers.text(yes, ""));
        numbers.put("no", Answers.text(no, ""));
        numbers.put("abstained", Answers.text(abstained, ""));
        numbers.put("biased", Answers.text(biased, ""));
        numbers.put("present", Answers.text(present, ""));
        numbers.put("members", Answers.text(members, ""));
        return new BallotForm(numbers, Answers.text(majority, MajorityRule.SIMPLE.text()), Answers.text(groups, ""));
    }
}
