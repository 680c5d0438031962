package de.kreiskonzept.model.tenant;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the provider tells counties.
 *
 * @param title one line of at most {@value #LONGEST_TITLE} characters, not blank
 * @param text plain, with line feeds, at most {@value #LONGEST_TEXT} characters; may be empty
 * @param from when it begins to be shown
 * @param until when it is shown no more, after the beginning; null where it stays until it is withdrawn
 */
public record Announcement(
        Kind kind,
        String title,
        String text,
        Instant from,
        @Nullable Instant until,
        Audience audience) {
    /** Longest title in characters. */
    public static final int LONGEST_TITLE = 120;

    /** Longest text in characters. */
    public static final int LONGEST_TEXT = 4_000;

    /** @throws IllegalArgumentException if a limit is not kept */
    public Announcement {
        title = title.strip();
        text = text.strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE || title.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The title is not one line of 1 to " + LONGEST_TITLE + " characters");
        }
        if (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("The text has more than " + LONGEST_TEXT + " characters, or NUL");
        }
        if (until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException("It ends before it begins");
        }
    }

    /** How it is meant. */
    public enum Kind {
        /** Something worth knowing, which a person may put away. */
        HINT,
        /** Work on the installation that people notice. */
        MAINTENANCE,
        /** Something does not work. */
        DISRUPTION;

        /** Text in the database: the name in lower case. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Key of the German word. */
        public String wordKey() {
            return "announcement.kind." + text();
        }

        /** Whether it stands on every page and nobody can put it away. */
        public boolean isUrgent() {
            return switch (this) {
                case HINT -> false;
                case MAINTENANCE, DISRUPTION -> true;
            };
        }

        /** How it is told, as pages name it: info, warning or danger. */
        public String tone() {
            return switch (this) {
                case HINT -> "info";
                case MAINTENANCE -> "warning";
                case DISRUPTION -> "danger";
            };
        }

        /**
         * The kind with this text.
         *
         * @throws IllegalArgumentException where there is none
         */
        public static Kind of(String text) {
            return Arrays.stream(values())
                    .filter(value -> value.text().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Unknown kind of an announcement: " + text));
        }
    }

    /** What may be done with it: a draft is published once, what is published is withdrawn once. */
    public enum State {
        DRAFT,
        PUBLISHED,
        WITHDRAWN;

        /** Text in the database: the name in lower case. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Key of the German word. */
        public String wordKey() {
            return "announcement.state." + text();
        }

        /** Whether the other state may follow this one. */
        public boolean mayBecome(State other) {
            return switch (this) {
                case DRAFT -> other == PUBLISHED;
                case PUBLISHED -> other == WITHDRAWN;
                case WITHDRAWN -> false;
            };
        }

        /**
         * The state with this text.
         *
         * @throws IllegalArgumentException where there is none
         */
        public static State of(String text) {
            return Arrays.stream(values())
                    .filter(value -> value.text().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Unknown state of an announcement: " + text));
        }
    }

    /** To whom it goes. */
    public sealed interface Audience {
        /** To every county. */
        record Everyone() implements Audience {}

        /**
         * To these counties and nobody else; to nobody where it is empty.
         *
         * @param counties ids of their tenants
         */
        record Chosen(Set<UUID> counties) implements Audience {
            /** Copies the set. */
            public Chosen {
                counties = Set.copyOf(counties);
            }
        }
    }

    /** Whether this county sees it now. */
    public boolean isFor(UUID county, Instant now) {
        return reaches(county) && !now.isBefore(from) && (until == null || now.isBefore(until));
    }

    private boolean reaches(UUID county) {
        return switch (audience) {
            case Audience.Everyone _ -> true;
            case Audience.Chosen chosen -> chosen.counties().contains(county);
        };
    }
}
