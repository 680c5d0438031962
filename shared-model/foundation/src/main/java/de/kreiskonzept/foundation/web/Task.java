package de.kreiskonzept.foundation.web;

import org.jspecify.annotations.Nullable;

/**
 * One line of a task list.
 *
 * @param label what is to be done
 * @param href where it is done; null when it cannot be done now
 * @param hint why, until when or for whom; empty for none
 * @param status state as a word, for example "offen"
 * @param kind how the state is meant; null for neutral
 */
public record Task(String label, @Nullable String href, String hint, String status, Notice.@Nullable Kind kind) {}
