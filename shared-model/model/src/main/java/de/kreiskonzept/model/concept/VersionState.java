package de.kreiskonzept.model.concept;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** State of one version of a concept; from adoption on its text is frozen. */
public enum VersionState {
    /** Being written. */
    DRAFT,
    /** Adopted for the time being, for example by a preliminary deliberation; may still change. */
    PRELIMINARY,
    /** Adopted by the deciding body. */
    ADOPTED,
    /** Adopted and open to the public. */
    PUBLISHED,
    /** Replaced by a later version. */
    SUPERSEDED;

    /** States that may follow; empty for the last one. */
    public Set<VersionState> next() {
        return switch (this) {
            case DRAFT -> Set.of(PRELIMINARY, ADOPTED);
            case PRELIMINARY -> Set.of(DRAFT, ADOPTED);
            case ADOPTED -> Set.of(PUBLISHED, SUPERSEDED);
            case PUBLISHED -> Set.of(SUPERSEDED);
            case SUPERSEDED -> Set.of();
        };
    }

    /**
     * The next state, if it may follow this one.
     *
     * @throws IllegalStateException naming both states, if it may not
     */
    public VersionState to(VersionState next) {
        if (!next().contains(next)) {
            throw new IllegalStateException("A concept version that is " + text() + " cannot become " + next.text());
        }
        return next;
    }

    /** Whether sections, goals, measures and texts of the version may change. */
    public boolean editable() {
        return switch (this) {
            case DRAFT, PRELIMINARY -> true;
            case ADOPTED, PUBLISHED, SUPERSEDED -> false;
        };
    }

    /** Text in database and JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "concept.version_state." + text();
    }

    /**
     * The value with exactly this {@link #text()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static VersionState of(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown version state: " + text));
    }

    /** The {@link #text()}, because that is what the mapping of records to rows writes. */
    @Override
    public String toString() {
        return text();
    }
}
