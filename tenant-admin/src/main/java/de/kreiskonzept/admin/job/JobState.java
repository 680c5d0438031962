package de.kreiskonzept.admin.job;

import java.util.Locale;

/** Whether somebody works at a job. */
public enum JobState {
    /** A process works at it. */
    RUNNING,
    /** No process works at it now; one comes by itself. */
    WAITING,
    /** It does not go on, or not without a fault. */
    FAILED;

    /** Text for programs: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word. */
    public String wordKey() {
        return "job.state." + text();
    }
}
