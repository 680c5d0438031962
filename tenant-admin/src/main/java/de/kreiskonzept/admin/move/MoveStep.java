package de.kreiskonzept.admin.move;

import java.util.Arrays;
import java.util.Locale;

/** The steps of a move, in their order; each may be done again without harm. */
public enum MoveStep {
    /** It waits for its turn; the county works as ever. */
    PLANNED,
    /** The state says that the county moves; the platform takes notice, and people read that they cannot write for a while. */
    NOTICE,
    /** The role of the county loses in the database every right to write; what was being written ends before. */
    LOCK,
    /** Everything is copied and compared, and the registry points to the new place. */
    COPY,
    /** The platform loses its way to the old place, once every replica knows the new one. */
    WITHDRAWAL,
    /** The county is at the new place. */
    MOVED,
    /** The role gets its rights back, and the county its state. */
    TAKING_BACK,
    /** The county is where it was. */
    TAKEN_BACK;

    /** Whether the county can still stay where it is. */
    public boolean isRevocable() {
        return switch (this) {
            case PLANNED, NOTICE, LOCK, COPY -> true;
            case WITHDRAWAL, MOVED, TAKING_BACK, TAKEN_BACK -> false;
        };
    }

    /** Text in the database: the name in lower case with '-'. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Key of the German words. */
    public String wordKey() {
        return "move.step." + text();
    }

    static MoveStep of(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown step of a move: " + text));
    }
}
