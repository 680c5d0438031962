package de.kreiskonzept.platform.resolution;

import de.kreiskonzept.model.resolution.CouncilPaper;
import de.kreiskonzept.model.resolution.PaperPart;
import de.kreiskonzept.model.resolution.ResolutionPoint;
import de.kreiskonzept.model.voting.Consultation.Publicity;
import de.kreiskonzept.model.voting.ConsultationChain;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A paper with one edition of its text.
 *
 * @param edition which one
 * @param attachments that were sent with it
 * @param turns in the order of the committees
 */
public record Whole(
        CouncilPaper paper,
        int edition,
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

    /** Whether this is the text that is being written. */
    public boolean isOpen() {
        return paper.isOpen() && edition == paper.edition();
    }

    /** The section with this id. */
    public Optional<PaperPart> find(UUID part) {
        return parts.stream().filter(one -> one.id().equals(part)).findFirst();
    }
}
