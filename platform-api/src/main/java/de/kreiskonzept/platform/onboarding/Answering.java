package de.kreiskonzept.platform.onboarding;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.onboarding.Answer;
import de.kreiskonzept.model.onboarding.Answers;
import de.kreiskonzept.model.onboarding.Checklist;
import de.kreiskonzept.model.onboarding.Progress;
import de.kreiskonzept.model.onboarding.Question;
import de.kreiskonzept.platform.identity.Accounts;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The lead answers questions, and editors those that they look after. Warnings never stand in the way. */
@Singleton
@InWorkspace
public class Answering {
    private final AnswerStore store;
    private final ChecklistStore checklists;
    private final Accounts accounts;
    private final CurrentWorkspace county;
    private final AuditTrail audit;
    private final Clock clock;

    Answering(
            AnswerStore store,
            ChecklistStore checklists,
            Accounts accounts,
            CurrentWorkspace county,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.checklists = checklists;
        this.accounts = accounts;
        this.county = county;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Everything that the county says to its checklist.
     *
     * @param owners names of the accounts that may look after questions
     */
    public record Whole(Answers answers, Map<String, Saved> saved, Map<UUID, String> owners, LocalDate today) {
        /** The checklist. */
        public Checklist checklist() {
            return answers.checklist();
        }

        /** How far all questions are. */
        public Progress progress() {
            return Progress.of(checklist().questions(), answers, today);
        }

        /** How far the questions of a phase are. */
        public Progress progress(Checklist.Phase phase) {
            return Progress.of(phase.questions(), answers, today);
        }

        /** The answer to a question as it is stored. */
        public Saved saved(Question question) {
            return saved.getOrDefault(question.key(), Saved.unopened(question.key()));
        }

        /** Whether anybody has opened a question. */
        public boolean isBegun() {
            return !saved.isEmpty();
        }

        /** Name of the account that looks after an answer; empty if nobody does. */
        public String owner(Answer answer) {
            UUID owner = answer.owner();
            return owner == null ? "" : owners.getOrDefault(owner, "");
        }

        /** Whether this person may answer the question. */
        public boolean mayAnswer(Question question, SignedIn who) {
            return who.role().equals(Roles.LEAD)
                    || (who.role().equals(Roles.EDITOR)
                            && who.accountId().equals(answers.of(question).owner()));
        }
    }

    /** Everything that the county says to its checklist. */
    @InWorkspace(readOnly = true)
    public Whole get() {
        var holding = checklists.get();
        Map<String, Saved> saved = store.list(holding.checklist().key());
        Checklist checklist = checklists.keeping(holding, saved.keySet());
        var byQuestion = new HashMap<String, Answer>();
        saved.forEach((question, one) -> byQuestion.put(question, one.answer()));
        return new Whole(new Answers(checklist, byQuestion), saved, accounts.listAssignable(), LocalDate.now(clock));
    }

    /** The question with this key; 404 where there is none. */
    static Question question(Whole whole, String key) {
        return whole.checklist().find(key).orElseThrow(Refusal::notFound);
    }

    /** Notes that somebody who may answer has looked at a question; opening it again changes nothing. */
    void open(String key, SignedIn who) {
        Whole whole = get();
        Question question = question(whole, key);
        Saved saved = whole.saved(question);
        if (saved.version() == 0
                && whole.mayAnswer(question, who)
                && county.get().writable()) {
            store.put(
                    whole.checklist().key(),
                    saved.answer().opened(),
                    0,
                    who,
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            record(who, "question.opened", key);
        }
    }

    /**
     * Stores an answer.
     *
     * @param version that was shown
     * @throws Refusal 404 where there is no such question, 403 where this person may not answer it, 412 where it has changed
     */
    void save(Answer answer, long version, SignedIn who) {
        Whole whole = get();
        if (!whole.mayAnswer(question(whole, answer.question()), who)) {
            throw Refusal.forbidden();
        }
        store.put(whole.checklist().key(), answer, version, who, clock.instant().truncatedTo(ChronoUnit.MICROS));
        record(who, "question.answered", answer.question());
    }

    /** Everything that was saved to a question, the latest first. */
    @InWorkspace(readOnly = true)
    List<AnswerChange> history(String key) {
        return store.listChanges(checklists.get().checklist().key(), key);
    }

    private void record(SignedIn who, String action, String question) {
        audit.record(new Actor(who.accountId(), who.name()), action, question, "");
    }
}
