package de.kreiskonzept.admin.doctor;

import org.jspecify.annotations.Nullable;

/**
 * What is known of all workspaces.
 *
 * @param underWay the examination that goes on now; null where none does
 * @param last the latest that has ended; null before the first
 * @param report what the last one has found; null like it
 */
public record ExaminationStatus(
        @Nullable ExaminationRun underWay,
        @Nullable ExaminationRun last,
        @Nullable Report report) {}
