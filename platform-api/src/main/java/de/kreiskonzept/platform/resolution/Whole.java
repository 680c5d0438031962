package de.kreiskonzept.platform.resolution;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.committee.Insight;
import de.kreiskonzept.model.resolution.CouncilPaper;
import de.kreiskonzept.model.resolution.PaperPart;
import de.kreiskonzept.model.resolution.ResolutionPoint;
import de.kreiskonzept.model.voting.Consultation.Publicity;
import de.kreiskonzept.model.voting.ConsultationChain;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper with one edition of its text.
 *
 * @param edition which one
 * @param last the latest that the reader may see
 * @param attachments that were sent with it
 * @param turns in the order of the committees
 */
public record Whole(
        CouncilPaper paper,
        int edition,
        int last,
        List<PaperPart> parts,
        List<ResolutionPoint> points,
        List<Attachment> attachments,
        List<Turn> turns) {
    /** The committees in their order. */
    public ConsultationChain chain() {
        return new ConsultationChain(turns.stream().map(Turn::consultation).toList());
    }

    /** Whether everybody may read it: each committee deals with it in public. */
    public boolean isPublic() {
        return !turns.isEmpty()
                && turns.stream().allMatch(turn -> turn.consultation().publicity() == Publicity.PUBLIC);
    }

    /** Whether this reader belongs to a committee that deals with it, or leads all of this. */
    boolean isFor(Insight insight) {
        return insight.everything()
                || isPublic()
                || turns.stream()
                        .anyMatch(turn -> insight.reads(turn.consultation().committeeId()));
    }

    /** The latest edition that this reader may see: what is being written only for whoever prepares it. */
    int last(Insight insight) {
        boolean drafts = insight.everything()
                || turns.stream()
                        .anyMatch(turn -> insight.prepares(turn.consultation().committeeId()));
        return drafts ? paper.edition() : paper.submitted();
    }

    /** The same as this reader may see it: nothing of what other committees deal with in private. */
    Whole seenBy(Insight insight) {
        return new Whole(
                paper,
                edition,
                last(insight),
                parts,
                points,
                attachments,
                turns.stream().map(turn -> turn.seenBy(insight)).toList());
    }

    /** The same with one turn open again and without the one that follows it; null for none. */
    public Whole reopened(UUID turn, @Nullable UUID follower) {
        return new Whole(
                paper,
                edition,
                last,
                parts,
                points,
                attachments,
                turns.stream()
                        .filter(one -> !one.consultation().id().equals(follower))
                        .map(one -> one.consultation().id().equals(turn) ? one.reopened() : one)
                        .toList());
    }

    /** Whether this is the text that is being written. */
    public boolean isOpen() {
        return paper.isOpen() && edition == paper.edition();
    }

    /**
     * The turn with this id.
     *
     * @throws Refusal 404 where this paper has none
     */
    public Turn turn(UUID id) {
        return turns.stream()
                .filter(one -> one.consultation().id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** The section with this id. */
    public Optional<PaperPart> find(UUID part) {
        return parts.stream().filter(one -> one.id().equals(part)).findFirst();
    }
}
