package de.kreiskonzept.model.resolution;

import de.kreiskonzept.model.concept.TextLimits;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper for committees (Vorlage) without its text.
 *
 * @param number as the county counts its papers, maybe empty
 * @param versionId version of the concept it was made from, null where it was not or that is gone
 * @param standId Stand it was made from, null where it was not or that is gone
 * @param edition number of the text that is being written or stands, from 1
 * @param submitted number of the edition that was sent last, 0 for none
 * @param submittedAt when that was, null for none
 */
public record CouncilPaper(
        UUID id,
        PaperKind kind,
        String title,
        String number,
        @Nullable UUID versionId,
        @Nullable UUID standId,
        PaperState state,
        int edition,
        int submitted,
        @Nullable Instant submittedAt,
        Instant createdAt,
        Instant modifiedAt,
        long version) {
    /** Longest number of a paper. */
    public static final int NUMBER = 40;

    /** @throws IllegalArgumentException if a limit is not kept, or state and editions do not fit */
    public CouncilPaper {
        TextLimits.required(title, TextLimits.NAME, "title");
        TextLimits.optional(number, NUMBER, "number");
        if (edition < 1 || submitted < edition - 1 || submitted > edition) {
            throw new IllegalArgumentException("submitted: the last edition or the one before");
        }
        if ((state == PaperState.DRAFT) != (submitted == 0) || (submittedAt == null) != (submitted == 0)) {
            throw new IllegalArgumentException("state: a draft was never sent");
        }
    }

    /** Whether its text may change: the last edition has not been sent. */
    public boolean isOpen() {
        return edition > submitted;
    }

    /** The same under another title and number. */
    public CouncilPaper named(String newTitle, String newNumber, Instant now) {
        return with(newTitle, newNumber, state, edition, now);
    }

    /** The same as far as committees have come. */
    public CouncilPaper come(PaperState next, Instant now) {
        return with(title, number, next, edition, now);
    }

    /**
     * The same, sent.
     *
     * @throws IllegalStateException if it is sent already
     */
    public CouncilPaper sent(Instant now) {
        if (!isOpen()) {
            throw new IllegalStateException("edition " + edition + " is sent");
        }
        return new CouncilPaper(
                id,
                kind,
                title,
                number,
                versionId,
                standId,
                state == PaperState.DRAFT ? PaperState.SUBMITTED : state,
                edition,
                edition,
                now,
                createdAt,
                now,
                version);
    }

    /**
     * The same with a next edition to be written.
     *
     * @throws IllegalStateException if the last one has not been sent, or no committee will deal with it any more
     */
    public CouncilPaper revised(Instant now) {
        if (isOpen() || state.isFinal()) {
            throw new IllegalStateException("a paper that is " + state.text() + " gets no other edition");
        }
        return with(title, number, state, edition + 1, now);
    }

    private CouncilPaper with(String newTitle, String newNumber, PaperState next, int newEdition, Instant now) {
        return new CouncilPaper(
                id,
                kind,
                newTitle,
                newNumber,
                versionId,
                standId,
                next,
                newEdition,
                submitted,
                submittedAt,
                createdAt,
                now,
                version);
    }
}
