package de.kreiskonzept.model.voting;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was counted in a vote. What nobody counted or wrote down is null and never the same as 0.
 *
 * @param yes votes for, null where unknown, likewise the others
 * @param no votes against
 * @param abstained members who voted neither way
 * @param biased members who may take part neither in the deliberation nor in the vote (LKrO BW § 14, GemO BW § 18)
 * @param present members who were there and may vote; those who are biased do not count among them
 */
public record Votes(
        @Nullable Integer yes,
        @Nullable Integer no,
        @Nullable Integer abstained,
        @Nullable Integer biased,
        @Nullable Integer present) {
    /** No number at all. */
    public static final Votes UNKNOWN = new Votes(null, null, null, null, null);

    /** @throws IllegalArgumentException if a number is negative, or more members voted than were present */
    public Votes {
        if (Stream.of(known(yes), known(no), known(abstained), known(biased), known(present))
                .anyMatch(number -> number < 0)) {
            throw new IllegalArgumentException("votes must not be negative");
        }
        if (present != null && (long) known(yes) + known(no) + known(abstained) > present) {
            throw new IllegalArgumentException("more votes than members present");
        }
    }

    /** Whether nothing at all is known. */
    public boolean isUnknown() {
        return equals(UNKNOWN);
    }

    /** Whether it is known that nobody voted against, and that somebody voted for; abstentions do not matter. */
    public boolean isUnanimous() {
        return no != null && no == 0 && known(yes) > 0;
    }

    /** Least possible number of votes for. */
    long leastYes() {
        return known(yes);
    }

    /** Greatest possible number of votes for: as many as the members present who did not vote otherwise. */
    long mostYes() {
        return yes == null ? rest(no) : yes;
    }

    /** Least possible number of votes against. */
    long leastNo() {
        return known(no);
    }

    /** Greatest possible number of votes against. */
    long mostNo() {
        return no == null ? rest(yes) : no;
    }

    private long rest(@Nullable Integer other) {
        return present == null ? Integer.MAX_VALUE : present - known(other) - known(abstained);
    }

    private static int known(@Nullable Integer number) {
        return Objects.requireNonNullElse(number, 0);
    }
}
