package de.kreiskonzept.model.voting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which majority a decision needs. Usual is more than half of the votes cast, with abstentions left out (LKrO BW § 32 (6)); an equal
 * number of votes refuses.
 *
 * @param share how large a part has to be in favour
 * @param base of whom
 */
public record MajorityRule(Share share, Base base) {
    /** More votes for than against. */
    public static final MajorityRule SIMPLE = new MajorityRule(Share.MORE_THAN_HALF, Base.CAST);
    /** More than half of all members. */
    public static final MajorityRule ABSOLUTE = new MajorityRule(Share.MORE_THAN_HALF, Base.MEMBERS);

    private static final Map<String, MajorityRule> BY_TEXT =
            list().stream().collect(Collectors.toUnmodifiableMap(MajorityRule::text, Function.identity()));

    /** Text in the database and in JSON: share and base, such as more_than_half.cast. */
    public String text() {
        return share.text() + "." + base.text();
    }

    /** All rules, the usual one first. */
    public static List<MajorityRule> list() {
        return Arrays.stream(Share.values())
                .flatMap(share -> Arrays.stream(Base.values()).map(base -> new MajorityRule(share, base)))
                .toList();
    }

    /** Finds the rule with exactly this {@link #text()}. */
    public static Optional<MajorityRule> find(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }

    /** How large a part has to be in favour. */
    public enum Share {
        /** More than the half. */
        MORE_THAN_HALF,
        /** Two thirds or more. */
        TWO_THIRDS;

        boolean isReached(long part, long whole) {
            return part > 0
                    && switch (this) {
                        case MORE_THAN_HALF -> 2 * part > whole;
                        case TWO_THIRDS -> 3 * part >= 2 * whole;
                    };
        }

        /** Text in the database and in JSON: the name in lower case. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Of whom a majority is counted. */
    public enum Base {
        /** Votes for and against. */
        CAST,
        /** Members present. */
        PRESENT,
        /** All members who may vote, present or not. */
        MEMBERS;

        /** Text in the database and in JSON: the name in lower case. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a decision came about. */
    public enum Outcome {
        /** The majority is reached, whatever the unknown numbers are. */
        CARRIED,
        /** The majority is missed, whatever the unknown numbers are. */
        NOT_CARRIED,
        /** The known numbers leave it open. */
        NOT_COMPUTABLE;

        /** Text in the database and in JSON: the name in lower case. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What follows from the votes; numbers that are unknown are taken as anything they can be.
     *
     * @param members who may vote, present or not; empty where unknown
     */
    public Outcome outcome(Votes votes, OptionalInt members) {
        return switch (base) {
            case CAST ->
                outcome(
                        share.isReached(votes.leastYes(), votes.leastYes() + votes.mostNo()),
                        share.isReached(votes.mostYes(), votes.mostYes() + votes.leastNo()));
            case PRESENT -> outcome(votes, votes.present());
            case MEMBERS -> outcome(votes, members.isPresent() ? (Integer) members.getAsInt() : null);
        };
    }

    private Outcome outcome(Votes votes, @Nullable Integer whole) {
        return whole == null
                ? Outcome.NOT_COMPUTABLE
                : outcome(share.isReached(votes.leastYes(), whole), share.isReached(votes.mostYes(), whole));
    }

    private static Outcome outcome(boolean atWorst, boolean atBest) {
        if (atWorst) {
            return Outcome.CARRIED;
        }
        return atBest ? Outcome.NOT_COMPUTABLE : Outcome.NOT_CARRIED;
    }
}
