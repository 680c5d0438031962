package de.kreiskonzept.model.voting;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One committee's turn with a paper (Beratung), in the terms of OParl 1.1.
 *
 * @param committeeId whose turn it is
 * @param role what this committee has to do with the paper
 * @param publicity whether everybody may listen
 * @param day of the meeting, null where it is not known yet
 * @param item number of the agenda item as printed, maybe empty
 * @param result of this turn
 * @param authoritative whether the paper stands or falls with this turn
 */
public record Consultation(
        UUID id,
        UUID committeeId,
        Role role,
        Publicity publicity,
        @Nullable LocalDate day,
        String item,
        Result result,
        boolean authoritative) {
    private static final int LONGEST_ITEM = 20;

    /** @throws IllegalArgumentException if an authoritative turn does not decide, or the number of the item is too long */
    public Consultation {
        if (authoritative && role != Role.DECISION) {
            throw new IllegalArgumentException("authoritative: only a deciding committee can be");
        }
        if (item.length() > LONGEST_ITEM || item.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("item: at most " + LONGEST_ITEM + " characters");
        }
    }

    /** What a committee has to do with a paper. */
    public enum Role {
        /** Recommends to the committee that decides (Vorberatung). */
        PRELIMINARY,
        /** Decides (Beschlussfassung). */
        DECISION,
        /** Is told (Kenntnisnahme). */
        INFORMATION;

        /** Text in the database and in JSON: the name in lower case. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Finds the value with exactly this {@link #text()}. */
        public static Optional<Role> find(String text) {
            return Arrays.stream(values())
                    .filter(value -> value.text().equals(text))
                    .findFirst();
        }
    }

    /** Whether everybody may listen. */
    public enum Publicity {
        /** Everybody may. */
        PUBLIC,
        /** Only members may. */
        NON_PUBLIC,
        /** Nobody wrote it down. */
        UNKNOWN;

        /** Text in the database and in JSON: the name in lower case. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Finds the value with exactly this {@link #text()}. */
        public static Optional<Publicity> find(String text) {
            return Arrays.stream(values())
                    .filter(value -> value.text().equals(text))
                    .findFirst();
        }
    }

    /** This turn with its result. */
    public Consultation with(Result next) {
        return new Consultation(id, committeeId, role, publicity, day, item, next, authoritative);
    }

    /** This turn at the meeting of another day, under an item with this number. */
    public Consultation at(@Nullable LocalDate meeting, String number) {
        return new Consultation(id, committeeId, role, publicity, meeting, number, result, authoritative);
    }
}
