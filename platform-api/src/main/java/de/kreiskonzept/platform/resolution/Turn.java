package de.kreiskonzept.platform.resolution;

import de.kreiskonzept.model.committee.Insight;
import de.kreiskonzept.model.resolution.CouncilDecision;
import de.kreiskonzept.model.voting.Consultation;
import de.kreiskonzept.model.voting.Consultation.Publicity;
import de.kreiskonzept.model.voting.Result;
import de.kreiskonzept.platform.resolution.agenda.Place;
import org.jspecify.annotations.Nullable;

/**
 * One committee's turn with a paper, as people read it.
 *
 * @param committee its name
 * @param decision what it decided; null where it has not, decided nothing, or the reader is not to know
 * @param place item under which it does; null where nobody has said so, or the reader is not to know
 * @param version of the row
 */
public record Turn(
        Consultation consultation,
        String committee,
        @Nullable CouncilDecision decision,
        @Nullable Place place,
        long version) {
    /** The same as this reader may see it. */
    Turn seenBy(Insight insight) {
        if (insight.reads(consultation.committeeId())) {
            return this;
        }
        CouncilDecision told = decision != null && decision.publicity() == Publicity.PUBLIC ? decision : null;
        Place open = place != null && place.isOpen() ? place : null;
        Consultation seen = place == null ? consultation : consultation.at(consultation.day(), place.openNumber());
        return new Turn(seen, committee, told, open, version);
    }

    /** The same as if nothing had come of it yet. */
    Turn reopened() {
        return new Turn(consultation.with(Result.NONE), committee, decision, place, version);
    }

    /** Whether the turn is public and the item is not, or the other way round. */
    public boolean contradictsItem() {
        return place != null && place.contradicts(consultation.publicity());
    }
}
