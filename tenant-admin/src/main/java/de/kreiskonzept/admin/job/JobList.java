package de.kreiskonzept.admin.job;

import java.util.List;
import java.util.stream.Stream;

/**
 * Jobs of one kind, or of all kinds.
 *
 * @param jobs by kind, the oldest of a kind first, at most {@value JobStore#MOST} of a kind
 * @param all number of them with those that are left out
 * @param failed how many of all do not go on
 */
public record JobList(List<Job> jobs, int all, int failed) {
    static final JobList NONE = new JobList(List.of(), 0, 0);

    /** Keeps a copy of the list. */
    public JobList {
        jobs = List.copyOf(jobs);
    }

    static JobList of(Job job) {
        return new JobList(List.of(job), 1, job.state() == JobState.FAILED ? 1 : 0);
    }

    JobList with(JobList more) {
        return new JobList(
                Stream.concat(jobs.stream(), more.jobs.stream()).toList(), all + more.all, failed + more.failed);
    }

    /** Whether jobs are left out. */
    public boolean isCut() {
        return jobs.size() < all;
    }

    /** Whether any of them works or waits. */
    public boolean goesOn() {
        return failed < all;
    }
}
