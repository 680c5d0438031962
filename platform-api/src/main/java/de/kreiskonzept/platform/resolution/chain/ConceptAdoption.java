package de.kreiskonzept.platform.resolution.chain;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.concept.VersionState;
import de.kreiskonzept.model.resolution.CouncilPaper;
import de.kreiskonzept.model.resolution.PaperKind;
import de.kreiskonzept.model.voting.Consultation;
import de.kreiskonzept.model.voting.Result;
import de.kreiskonzept.platform.concept.VersionStore;
import de.kreiskonzept.platform.concept.history.FieldHistory;
import de.kreiskonzept.platform.concept.version.Adoption;
import de.kreiskonzept.platform.concept.version.Decision;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Which committee decides on the concept, and the adoption that follows from its approval. */
@Singleton
@InWorkspace
public class ConceptAdoption {
    private final ConsultationStore store;
    private final VersionStore versions;
    private final Adoption adoption;
    private final AuditTrail audit;
    private final Texts texts;
    private final FieldHistory history;

    ConceptAdoption(
            ConsultationStore store,
            VersionStore versions,
            Adoption adoption,
            AuditTrail audit,
            Texts texts,
            FieldHistory history) {
        this.store = store;
        this.versions = versions;
        this.adoption = adoption;
        this.audit = audit;
        this.texts = texts;
        this.history = history;
    }

    /** The committee that decides on the concept; empty where nobody has said. */
    @InWorkspace(readOnly = true)
    public Optional<UUID> findCommittee() {
        return store.findDeciding();
    }

    /**
     * Says which committee decides on the concept.
     *
     * @throws Refusal 409 where there is no concept yet
     */
    public void choose(UUID committee, SignedIn who) {
        if (!store.decide(committee)) {
            throw new Refusal(HttpStatus.CONFLICT, "deciding-committee", "chain.refused.noConcept");
        }
        audit.record(new Actor(who.accountId(), who.name()), "concept.decider", committee.toString(), "");
    }

    /** Whether approval at this turn adopts the version that the paper is about. */
    @InWorkspace(readOnly = true)
    public boolean follows(CouncilPaper paper, Consultation turn) {
        return concerns(paper, turn)
                && store.findDeciding().filter(turn.committeeId()::equals).isPresent();
    }

    /** Number of changes of the version that a paper is about since the paper was sent last; 0 where it is about none. */
    @InWorkspace(readOnly = true)
    public int countChanges(CouncilPaper paper) {
        UUID version = paper.versionId();
        Instant sent = paper.submittedAt();
        return version == null || sent == null ? 0 : history.countSince(version, sent);
    }

    /** Whether approval at this turn has adopted the version that the paper is about; nothing takes that back. */
    boolean hasFollowed(CouncilPaper paper, Consultation turn) {
        return follows(paper, turn)
                && turn.result().approves()
                && turn.result() != Result.AMENDED
                && versions.find(Objects.requireNonNull(paper.versionId()))
                        .filter(version -> !version.state().editable())
                        .isPresent();
    }

    /** Whether the version that a paper is about stands or falls with this turn. */
    static boolean concerns(CouncilPaper paper, Consultation turn) {
        return paper.kind() == PaperKind.DECISION && paper.versionId() != null && turn.authoritative();
    }

    /**
     * Adopts the version of the concept where this turn approves it as it was proposed; what was approved with changes is adopted by
     * people, after they have made them.
     *
     * @throws Refusal 409 where nobody has said which committee decides on the concept
     */
    void follow(CouncilPaper paper, Consultation turn, String committee, SignedIn who) {
        if (!concerns(paper, turn) || !turn.result().approves() || turn.result() == Result.AMENDED) {
            return;
        }
        UUID deciding = store.findDeciding()
                .orElseThrow(() -> new Refusal(HttpStatus.CONFLICT, "deciding-committee", "chain.refused.deciding"));
        if (!deciding.equals(turn.committeeId())) {
            return;
        }
        String day = Objects.requireNonNull(turn.day()).toString();
        versions.find(Objects.requireNonNull(paper.versionId()))
                .filter(version -> version.state().next().contains(VersionState.ADOPTED))
                .ifPresent(version -> adoption.step(
                        version.id(),
                        version.version(),
                        new Decision(VersionState.ADOPTED.text(), day, committee, name(paper)),
                        who));
    }

    private String name(CouncilPaper paper) {
        String name = paper.number().isEmpty()
                ? texts.text("chain.resolution", paper.title(), paper.submitted())
                : texts.text("chain.resolutionNumber", paper.number(), paper.title(), paper.submitted());
        return name.substring(0, Math.min(name.length(), TextLimits.NAME));
    }
}
