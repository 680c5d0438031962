package de.kreiskonzept.foundation.job;

/**
 * The limits of everybody with whom nothing else was agreed, as the settings say; 0 is no limit.
 *
 * @param requests a minute
 * @param jobs at the same time
 * @param megabytes of uploaded files
 * @param accounts that may sign in
 */
public record UsualLimits(int requests, int jobs, int megabytes, int accounts) {}
