package de.kreiskonzept.model.participation;

import de.kreiskonzept.model.concept.TextLimits;
import java.time.Instant;
import java.util.UUID;

/**
 * What somebody said to a draft; everything that is not hidden gets an answer.
 *
 * @param inviteeId whose link was used
 * @param place part of the draft that it is about
 * @param text what was said, not blank, at most {@value #LONGEST} characters
 * @param author name of the person; maybe empty where a network shares the link
 * @param named whether that person agrees that the name is shown
 * @param answer what the county says to it; empty where it does not have to say more than its decision
 * @param carriedOut whether the concept holds by now what was taken over
 */
public record Contribution(
        UUID id,
        UUID roundId,
        UUID inviteeId,
        Place place,
        ContributionKind kind,
        String text,
        String author,
        boolean named,
        Moderation moderation,
        Decision decision,
        String answer,
        boolean carriedOut,
        Instant createdAt,
        Instant modifiedAt,
        long version) {
    /** Longest text in characters. */
    public static final int LONGEST = 5000;

    /** @throws IllegalArgumentException if a limit is not kept, or the decision lacks its answer */
    public Contribution {
        TextLimits.required(text, LONGEST, "text");
        TextLimits.optional(author, TextLimits.NAME, "author");
        TextLimits.optional(answer, TextLimits.TEXT, "answer");
        if (decision.needsAnswer() && answer.isBlank()) {
            throw new IllegalArgumentException("answer: the decision " + decision + " needs one");
        }
        if (carriedOut && !decision.changesConcept()) {
            throw new IllegalArgumentException("carriedOut: nothing is to be carried out after " + decision);
        }
    }

    /** The name that others read; empty where the person did not agree. */
    public String shownName() {
        return named ? author : "";
    }

    /** Whether others read it. */
    public boolean isShown() {
        return moderation == Moderation.SHOWN;
    }

    /** Whether the county still has to answer: what is hidden needs no answer. */
    public boolean waits() {
        return moderation != Moderation.HIDDEN && decision == Decision.OPEN;
    }

    /** The contribution once somebody has decided who reads it. */
    public Contribution moderated(Moderation next, Instant now) {
        return with(next, decision, answer, carriedOut, now);
    }

    /** The contribution with its answer; what is no longer to be carried out counts as not carried out. */
    public Contribution decided(Decision next, String words, boolean done, Instant now) {
        return with(moderation, next, words, done && next.changesConcept(), now);
    }

    private Contribution with(Moderation shown, Decision next, String words, boolean done, Instant now) {
        return new Contribution(
                id, roundId, inviteeId, place, kind, text, author, named, shown, next, words, done, createdAt, now,
                version);
    }
}
