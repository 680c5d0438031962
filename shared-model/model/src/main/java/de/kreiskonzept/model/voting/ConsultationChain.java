package de.kreiskonzept.model.voting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The committees a paper passes, in their order (Beratungsfolge). A turn that was postponed is followed by another one of the same
 * committee; it never counts as approved.
 *
 * @param consultations first turn first
 */
public record ConsultationChain(List<Consultation> consultations) {
    /** @throws IllegalArgumentException if an id comes twice, or more than one turn that still counts is authoritative */
    public ConsultationChain {
        consultations = List.copyOf(consultations);
        var ids = new HashSet<UUID>();
        if (!consultations.stream().allMatch(one -> ids.add(one.id()))) {
            throw new IllegalArgumentException("a consultation comes twice");
        }
        if (consultations.stream()
                        .filter(one -> one.authoritative() && one.result() != Result.POSTPONED)
                        .count()
                > 1) {
            throw new IllegalArgumentException("more than one authoritative consultation");
        }
    }

    /** How far a paper has come. */
    public enum State {
        /** No committee has dealt with it. */
        SUBMITTED,
        /** At least one committee has, and others have still to. */
        UNDER_WAY,
        /** Put off, and no later turn has taken it up. */
        POSTPONED,
        /** What it proposes holds. */
        APPROVED,
        /** What it proposes does not hold. */
        REJECTED,
        /** All committees have taken note; there was nothing to decide. */
        NOTED,
        /** Taken back. */
        WITHDRAWN;

        /** Text in the database and in JSON: the name in lower case. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The turn that the paper stands or falls with: the authoritative one, which may still be to come. */
    public Optional<Consultation> authoritative() {
        return consultations.stream().filter(Consultation::authoritative).reduce((earlier, later) -> later);
    }

    /** The next turn that waits for a result; a postponed one waits for the turn that follows it. */
    public Optional<Consultation> next() {
        return consultations.stream().filter(one -> one.result() == Result.NONE).findFirst();
    }

    /** How far the paper has come. Recommendations of other committees never approve or reject it. */
    public State state() {
        if (consultations.stream().anyMatch(one -> one.result() == Result.WITHDRAWN)) {
            return State.WITHDRAWN;
        }
        Result decisive = authoritative().map(Consultation::result).orElse(Result.NONE);
        if (decisive.approves()) {
            return State.APPROVED;
        }
        if (decisive == Result.REJECTED) {
            return State.REJECTED;
        }
        if (consultations.stream().allMatch(one -> one.result() == Result.NONE)) {
            return State.SUBMITTED;
        }
        if (isNoted()) {
            return State.NOTED;
        }
        return isPostponed() ? State.POSTPONED : State.UNDER_WAY;
    }

    private boolean isNoted() {
        return next().isEmpty()
                && consultations.stream().noneMatch(one -> one.role() == Consultation.Role.DECISION)
                && consultations.getLast().result() == Result.NOTED;
    }

    private boolean isPostponed() {
        return consultations.stream()
                .filter(one -> one.result() != Result.NONE)
                .reduce((earlier, later) -> later)
                .filter(one -> one.result() == Result.POSTPONED)
                .isPresent();
    }

    /** The chain with the result of one turn; a turn of this id that is not in it changes nothing. */
    public ConsultationChain with(UUID id, Result result) {
        return new ConsultationChain(consultations.stream()
                .map(one -> one.id().equals(id) ? one.with(result) : one)
                .toList());
    }

    /**
     * The chain with one turn postponed and another one of the same committee right behind it.
     *
     * @param next id of the new turn
     * @param day of its meeting, null where it is not known yet
     * @throws IllegalArgumentException if the turn is not in the chain or is decided already
     */
    public ConsultationChain postponed(UUID id, UUID next, @Nullable LocalDate day) {
        var after = new ArrayList<Consultation>();
        boolean found = false;
        for (Consultation one : consultations) {
            if (one.id().equals(id) && one.result() == Result.NONE) {
                found = true;
                after.add(one.with(Result.POSTPONED));
                after.add(new Consultation(
                        next,
                        one.committeeId(),
                        one.role(),
                        one.publicity(),
                        day,
                        "",
                        Result.NONE,
                        one.authoritative()));
            } else {
                after.add(one);
            }
        }
        if (!found) {
            throw new IllegalArgumentException("nothing to postpone");
        }
        return new ConsultationChain(after);
    }
}
