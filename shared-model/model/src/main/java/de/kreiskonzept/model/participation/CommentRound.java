package de.kreiskonzept.model.participation;

import de.kreiskonzept.model.concept.TextLimits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Kommentierung: invited people and networks read a draft and say what they think of it.
 *
 * @param versionId version of the concept that is read
 * @param name such as "Kommentierung des Entwurfs 2026", not blank
 * @param introduction what those who are invited read first, maybe empty
 * @param whom who is asked, in the words of the county, maybe empty
 * @param deadline last day to say something
 * @param openedAt null for a draft
 * @param closedAt null before it is closed
 */
public record CommentRound(
        UUID id,
        UUID versionId,
        String name,
        String introduction,
        String whom,
        LocalDate deadline,
        CommentState state,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        Instant createdAt,
        Instant modifiedAt,
        long version) {
    /** Longest introduction in characters. */
    public static final int INTRODUCTION = 4000;

    /** Days for which answers can be read by link after the end. */
    public static final int DAYS_TO_READ = 90;

    /** Days after the end for which the mail addresses of invited people are kept. */
    public static final int DAYS_TO_KEEP_ADDRESSES = 30;

    /** @throws IllegalArgumentException if a limit is not kept */
    public CommentRound {
        TextLimits.required(name, TextLimits.NAME, "name");
        TextLimits.optional(introduction, INTRODUCTION, "introduction");
        TextLimits.optional(whom, TextLimits.NAME, "whom");
    }

    /** Whether something can still be said: it is open and its last day is not over. */
    public boolean takesContributions(LocalDate today) {
        return state == CommentState.OPEN && !today.isAfter(deadline);
    }

    /** Whether links still show the draft and the answers: while it is open and for {@value #DAYS_TO_READ} days afterwards. */
    public boolean isReadable(LocalDate today, ZoneId zone) {
        return switch (state) {
            case DRAFT -> false;
            case OPEN -> true;
            case CLOSED ->
                closedAt != null
                        && !today.isAfter(closedAt.atZone(zone).toLocalDate().plusDays(DAYS_TO_READ));
        };
    }

    /** The day on which the mail addresses of invited people are deleted; empty before it is closed. */
    public Optional<LocalDate> forgetsAddressesOn(ZoneId zone) {
        return Optional.ofNullable(closedAt)
                .map(closed -> closed.atZone(zone).toLocalDate().plusDays(DAYS_TO_KEEP_ADDRESSES));
    }

    /** The round once its links work. */
    public CommentRound opened(Instant now) {
        return with(CommentState.OPEN, now, null, now);
    }

    /** The round once nothing more is taken. */
    public CommentRound closed(Instant now) {
        return with(CommentState.CLOSED, openedAt, now, now);
    }

    private CommentRound with(CommentState next, @Nullable Instant opened, @Nullable Instant closed, Instant now) {
        return new CommentRound(
                id, versionId, name, introduction, whom, deadline, next, opened, closed, createdAt, now, version);
    }
}
