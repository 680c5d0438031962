package de.kreiskonzept.model.committee;

import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.voting.Quorum;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A body that decides on the concept, steers it or works on it (Waldshut 2019, Konstanz 2017).
 *
 * @param name as it is called now, not blank
 * @param ownKind what the county calls it; not blank where the kind is {@link CommitteeKind#OTHER}, maybe empty elsewhere
 * @param rank 1 for the highest, at most {@link #LOWEST}
 * @param reportsTo the committee that hears its results; null at the end of the line
 * @param tasks one on each line, maybe empty
 * @param legalBasis such as a resolution or rules of procedure, maybe empty
 * @param quorum how many members have to be there so that it can decide
 * @param formerNames in the order of their last days
 * @param founded null while nobody knows when
 * @param dissolved first day without it; null while it goes on
 */
public record Committee(
        UUID id,
        String name,
        CommitteeKind kind,
        String ownKind,
        int rank,
        @Nullable UUID reportsTo,
        String tasks,
        String legalBasis,
        Rhythm rhythm,
        Quorum quorum,
        List<FormerName> formerNames,
        @Nullable LocalDate founded,
        @Nullable LocalDate dissolved,
        Instant createdAt,
        Instant modifiedAt,
        long version) {
    /** Number of the lowest rank. */
    public static final int LOWEST = 9;

    /** @throws IllegalArgumentException if a limit is not kept, it reports to itself or is dissolved before it is founded */
    public Committee {
        TextLimits.required(name, TextLimits.NAME, "name");
        TextLimits.optional(ownKind, TextLimits.NAME, "ownKind");
        TextLimits.optional(tasks, TextLimits.TEXT, "tasks");
        TextLimits.optional(legalBasis, TextLimits.TEXT, "legalBasis");
        if (kind == CommitteeKind.OTHER && ownKind.isBlank()) {
            throw new IllegalArgumentException("ownKind: must not be blank for this kind");
        }
        if (rank < 1 || rank > LOWEST) {
            throw new IllegalArgumentException("rank: from 1 to " + LOWEST);
        }
        if (id.equals(reportsTo)) {
            throw new IllegalArgumentException("a committee does not report to itself");
        }
        if (dissolved != null && (founded == null || dissolved.isBefore(founded))) {
            throw new IllegalArgumentException("a committee is founded before it is dissolved");
        }
        formerNames = formerNames.stream()
                .sorted(Comparator.comparing(FormerName::until))
                .toList();
    }

    /**
     * What it was called.
     *
     * @param until last day of the name
     */
    public record FormerName(String name, LocalDate until) {
        /** @throws IllegalArgumentException if the name is blank or too long */
        public FormerName {
            TextLimits.required(name, TextLimits.NAME, "name");
        }
    }

    /**
     * How often it meets.
     *
     * @param words such as "einmal im Quartal", maybe empty
     * @param days on which it is to meet, in their order
     */
    public record Rhythm(String words, List<LocalDate> days) {
        /** Most days that are kept. */
        public static final int MOST = 60;

        /** No word about it. */
        public static final Rhythm UNKNOWN = new Rhythm("", List.of());

        /** @throws IllegalArgumentException if a limit is not kept */
        public Rhythm {
            TextLimits.optional(words, TextLimits.NAME, "rhythm");
            days = days.stream().sorted().distinct().toList();
            if (days.size() > MOST) {
                throw new IllegalArgumentException("rhythm: at most %d days".formatted(MOST));
            }
        }

        /** The first of the days that is not before this one; null where there is none. */
        public @Nullable LocalDate next(LocalDate day) {
            return days.stream().filter(one -> !one.isBefore(day)).findFirst().orElse(null);
        }
    }

    /** Where it is in its life on this day. */
    public CommitteeState stateOn(LocalDate day) {
        if (dissolved != null && !day.isBefore(dissolved)) {
            return CommitteeState.DISSOLVED;
        }
        return founded == null || day.isBefore(founded) ? CommitteeState.PLANNED : CommitteeState.ACTIVE;
    }

    /** What it was called on this day. */
    public String nameOn(LocalDate day) {
        return formerNames.stream()
                .filter(former -> !former.until().isBefore(day))
                .findFirst()
                .map(FormerName::name)
                .orElse(name);
    }

    /** The tasks, without empty lines. */
    public List<String> listTasks() {
        return tasks.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
