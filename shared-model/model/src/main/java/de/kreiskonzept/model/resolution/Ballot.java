package de.kreiskonzept.model.resolution;

import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.voting.MajorityRule;
import de.kreiskonzept.model.voting.Votes;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How a committee voted.
 *
 * @param members who may vote, present or not; null where unknown
 * @param majority what a decision needs
 * @param groups votes by faction or by name as the county wrote them down, one on each line; maybe empty
 */
public record Ballot(Votes votes, @Nullable Integer members, MajorityRule majority, String groups) {
    /** Nobody wrote anything down. */
    public static final Ballot UNKNOWN = new Ballot(Votes.UNKNOWN, null, MajorityRule.SIMPLE, "");

    /** @throws IllegalArgumentException if a limit is not kept, or more were present than are members */
    public Ballot {
        TextLimits.optional(groups, TextLimits.BODIES, "groups");
        Integer present = votes.present();
        if (members != null && (members < 0 || (present != null && present > members))) {
            throw new IllegalArgumentException("members: fewer than present");
        }
    }

    /** What follows from the numbers. */
    public MajorityRule.Outcome outcome() {
        return majority.outcome(votes, members == null ? OptionalInt.empty() : OptionalInt.of(members));
    }
}
