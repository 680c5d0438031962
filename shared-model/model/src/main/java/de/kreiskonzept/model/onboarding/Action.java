package de.kreiskonzept.model.onboarding;

import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.measure.Moment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Something that answers would create or change in the workspace, after somebody has confirmed it. */
public sealed interface Action {
    /** What it is about; two actions with the same key are one, perhaps changed. */
    String key();

    /** The concept takes the structure of this template (profiles.yml). */
    record ChooseProfile(String template) implements Action {
        @Override
        public String key() {
            return "profile";
        }
    }

    /**
     * A committee with its seats.
     *
     * @param name not blank
     * @param tasks one sentence each
     */
    record FoundCommittee(CommitteeKind kind, String name, List<String> tasks, List<Seat> seats) implements Action {
        /** Copies the lists. */
        public FoundCommittee {
            TextLimits.required(name, TextLimits.NAME, "name");
            tasks = List.copyOf(tasks);
            seats = List.copyOf(seats);
        }

        // There is one steering group, so it keeps its key when it is renamed.
        @Override
        public String key() {
            return switch (kind) {
                case STEERING_GROUP -> kind.text();
                case WORKING_GROUP -> kind.text() + ":" + name;
            };
        }

        /** Seats that are always taken. */
        public int fixedSeats() {
            return seats.stream()
                    .filter(seat -> !seat.optional())
                    .mapToInt(Seat::number)
                    .sum();
        }
    }

    /** What a committee is for. */
    enum CommitteeKind {
        /** Steers the whole process. */
        STEERING_GROUP,
        /** Works on one field. */
        WORKING_GROUP;

        /** Text in YAML and database: the name in lower case. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind with exactly this {@link #text()}. */
        public static Optional<CommitteeKind> find(String text) {
            return List.of(values()).stream()
                    .filter(kind -> kind.text().equals(text))
                    .findFirst();
        }
    }

    /**
     * Seats of a committee.
     *
     * @param who whom they are for
     * @param number at least 1
     * @param optional whether they may stay empty
     */
    record Seat(String who, int number, boolean optional) {
        /** @throws IllegalArgumentException if it is no seat */
        public Seat {
            TextLimits.required(who, TextLimits.NAME, "who");
            if (number < 1) {
                throw new IllegalArgumentException("a seat for nobody");
            }
        }
    }

    /** The process of a template (processes.yml) begins in the month of this date. */
    record BeginProcess(String template, Moment begin) implements Action {
        /** Key of the only process that answers propose. */
        public static final String KEY = "process";

        @Override
        public String key() {
            return KEY;
        }
    }

    /** A person gets an invitation to an account; nobody is written to before somebody has entered an address. */
    record InvitePerson(String name) implements Action {
        @Override
        public String key() {
            return "invitation:" + name;
        }
    }

    /** An organisation comes into the directory. */
    record AddOrganisation(String name) implements Action {
        @Override
        public String key() {
            return "organisation:" + name;
        }
    }

    /** A town or municipality of the county takes part in the concept. */
    record AddMunicipality(String name) implements Action {
        @Override
        public String key() {
            return "municipality:" + name;
        }
    }
}
