package de.kreiskonzept.platform.onboarding.evidence;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.onboarding.EvidenceKind;
import de.kreiskonzept.model.onboarding.Question;
import de.kreiskonzept.platform.monitoring.evidence.Evidence;
import de.kreiskonzept.platform.monitoring.evidence.EvidenceStore;
import de.kreiskonzept.platform.monitoring.evidence.SentFile;
import de.kreiskonzept.platform.onboarding.Answering;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Files that prove answers: whoever may answer a question adds them and takes them away. */
@Singleton
@InWorkspace
class AnswerFiles {
    private final Answering answering;
    private final EvidenceStore store;
    private final AuditTrail audit;

    AnswerFiles(Answering answering, EvidenceStore store, AuditTrail audit) {
        this.answering = answering;
        this.store = store;
        this.audit = audit;
    }

    /** A question that asks for files, with those that are there, the oldest first. */
    record Asked(Answering.Whole whole, Question question, List<Evidence> files) {
        /** Whether this person may add files and take them away. */
        boolean mayChange(SignedIn who) {
            return whole.mayAnswer(question, who);
        }

        private String checklist() {
            return whole.checklist().key();
        }
    }

    /**
     * The question with this key.
     *
     * @throws Refusal 404 where there is none, or it asks for no files
     */
    @InWorkspace(readOnly = true)
    Asked get(String key) {
        Answering.Whole whole = answering.get();
        return whole.checklist()
                .find(key)
                .filter(question -> question.evidence().contains(EvidenceKind.UPLOAD))
                .map(question -> new Asked(
                        whole, question, store.ofQuestion(whole.checklist().key(), key)))
                .orElseThrow(Refusal::notFound);
    }

    /**
     * A file with its bytes; empty where there is none.
     *
     * @throws Refusal 404 where there is no such question
     */
    @InWorkspace(readOnly = true)
    Optional<EvidenceStore.Whole> find(String key, UUID file) {
        return store.findOfQuestion(get(key).checklist(), key, file);
    }

    /**
     * Keeps a file, once it is checked.
     *
     * @throws Refusal 404 where there is no such question, 403 where this person may not answer it
     */
    void add(String key, SentFile file, SignedIn who) {
        store.addToQuestion(changeable(key, who).checklist(), key, file);
        audit.record(new Actor(who.accountId(), who.name()), "question.file.added", key, "");
    }

    /**
     * Takes a file away.
     *
     * @throws Refusal 404 where there is no such question, 403 where this person may not answer it
     */
    void remove(String key, UUID file, SignedIn who) {
        store.removeFromQuestion(changeable(key, who).checklist(), key, file);
        audit.record(new Actor(who.accountId(), who.name()), "question.file.removed", key, "");
    }

    private Asked changeable(String key, SignedIn who) {
        Asked asked = get(key);
        if (!asked.mayChange(who)) {
            throw Refusal.forbidden();
        }
        return asked;
    }
}
