package de.kreiskonzept.model.monitoring;

import de.kreiskonzept.model.concept.TextLimits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reporting round: bodies are asked how far their measures are.
 *
 * @param versionId version of the concept whose measures it is about
 * @param name such as "Ampel 2026", not blank
 * @param cutoff day that the answers are about (Stichtag)
 * @param deadline last day to answer
 * @param leadsOnly whether only the bodies that answer for a measure are asked, else all that it names
 * @param message what the mail says before the link, at most {@value #MESSAGE} characters
 * @param openedAt null for a draft
 * @param closedAt null before it is closed
 * @param reminders sent on schedule so far
 * @param escalatedAt when the lead was told who is missing after the deadline; null before
 */
public record Round(
        UUID id,
        UUID versionId,
        String name,
        LocalDate cutoff,
        LocalDate deadline,
        boolean leadsOnly,
        String message,
        RoundState state,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        int reminders,
        @Nullable Instant escalatedAt,
        Instant createdAt,
        Instant modifiedAt,
        long version) {
    /** Longest message in characters. */
    public static final int MESSAGE = 4000;

    private static final List<Integer> REMINDED_DAYS_BEFORE = List.of(7, 2);

    /** @throws IllegalArgumentException if a limit is not kept */
    public Round {
        TextLimits.required(name, TextLimits.NAME, "name");
        TextLimits.optional(message, MESSAGE, "message");
    }

    /** The round once bodies may answer; reminders that were due before it was opened are not sent. */
    public Round opened(LocalDate today, Instant now) {
        return with(RoundState.OPEN, now, null, remindersBy(today), null).at(now);
    }

    /** The round once its numbers are fixed. */
    public Round closed(Instant now) {
        return with(RoundState.CLOSED, openedAt, now, reminders, escalatedAt).at(now);
    }

    /** The round once its numbers are open to anybody. */
    public Round released(Instant now) {
        return with(RoundState.RELEASED, openedAt, closedAt, reminders, escalatedAt)
                .at(now);
    }

    /** The round once the reminders due up to this day are sent. */
    public Round reminded(LocalDate today, Instant now) {
        return with(state, openedAt, closedAt, remindersBy(today), escalatedAt).at(now);
    }

    /** The round once the lead knows who is missing after the deadline. */
    public Round escalated(Instant now) {
        return with(state, openedAt, closedAt, reminders, now).at(now);
    }

    /** The round once something that belongs to it was changed. */
    public Round touched(Instant now) {
        return at(now);
    }

    private Round with(
            RoundState next,
            @Nullable Instant opened,
            @Nullable Instant closed,
            int sent,
            @Nullable Instant escalated) {
        return new Round(
                id,
                versionId,
                name,
                cutoff,
                deadline,
                leadsOnly,
                message,
                next,
                opened,
                closed,
                sent,
                escalated,
                createdAt,
                modifiedAt,
                version);
    }

    private Round at(Instant now) {
        return new Round(
                id,
                versionId,
                name,
                cutoff,
                deadline,
                leadsOnly,
                message,
                state,
                openedAt,
                closedAt,
                reminders,
                escalatedAt,
                createdAt,
                now,
                version);
    }

    /** Whether a reminder on schedule is due: 7 and 2 days before the deadline, on that day or the next that somebody looks. */
    public boolean reminderDue(LocalDate today) {
        long left = today.until(deadline, ChronoUnit.DAYS);
        long due = REMINDED_DAYS_BEFORE.stream().filter(days -> left <= days).count();
        return state == RoundState.OPEN && left >= 0 && due > reminders;
    }

    /** Reminders that were due up to this day, so that a late look sends one of them and not several. */
    int remindersBy(LocalDate today) {
        long left = today.until(deadline, ChronoUnit.DAYS);
        return (int) REMINDED_DAYS_BEFORE.stream().filter(days -> left <= days).count();
    }

    /** Whether the deadline has passed and nobody told the lead who is missing. */
    public boolean escalationDue(LocalDate today) {
        return state == RoundState.OPEN && escalatedAt == null && today.isAfter(deadline);
    }
}
