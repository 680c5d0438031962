package de.kreiskonzept.admin.migration;

import java.time.Duration;

/** Decides by the time that the latest workspaces took whether the next ones are sent together. */
final class Pace {
    /** Workspaces whose migrations are sent by one text at most. */
    static final int TOGETHER = 20;

    private static final Duration LONGEST = Duration.ofSeconds(1);

    private boolean isQuick;

    /** Learns how long some workspaces took together, one at least. */
    void took(Duration time, int workspaces) {
        isQuick = time.multipliedBy(TOGETHER).compareTo(LONGEST.multipliedBy(workspaces)) < 0;
    }

    /** Whether so many would be done within a second; false before anything is known. */
    boolean isQuick() {
        return isQuick;
    }
}
