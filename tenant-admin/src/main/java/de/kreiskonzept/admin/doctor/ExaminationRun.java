package de.kreiskonzept.admin.doctor;

import de.kreiskonzept.foundation.audit.Actor;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One examination of all workspaces.
 *
 * @param actor who began it
 * @param repairs whether it repairs what can lose nothing
 * @param planned workspaces that could be used when it began
 * @param examined workspaces so far
 * @param reached the last of them in the order of ids; null before the first
 * @param finishedAt null while it is under way
 */
public record ExaminationRun(
        UUID id,
        Actor actor,
        boolean repairs,
        int planned,
        int examined,
        @Nullable UUID reached,
        OffsetDateTime begunAt,
        @Nullable OffsetDateTime finishedAt) {}
