package de.kreiskonzept.platform.participation;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.participation.Conference;
import de.kreiskonzept.model.participation.Decision;
import de.kreiskonzept.model.participation.Suggestion;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.identity.notice.NoticeKind;
import de.kreiskonzept.platform.identity.notice.Tidings;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a lead does with conferences: prepare them, note what was suggested, answer it. */
@Singleton
@InWorkspace
public class Conferences {
    private final ConferenceStore conferences;
    private final SuggestionStore suggestions;
    private final Concepts concepts;
    private final AuditTrail audit;
    private final Tidings tidings;
    private final Clock clock;

    Conferences(
            ConferenceStore conferences,
            SuggestionStore suggestions,
            Concepts concepts,
            AuditTrail audit,
            Tidings tidings,
            Clock clock) {
        this.conferences = conferences;
        this.suggestions = suggestions;
        this.concepts = concepts;
        this.audit = audit;
        this.tidings = tidings;
        this.clock = clock;
    }

    /** A conference with what was suggested at it. */
    public record Whole(Conference conference, List<SuggestionStore.Placed> suggestions) {
        /** Number of suggestions with this decision. */
        public long count(Decision decision) {
            return suggestions.stream()
                    .filter(one -> one.suggestion().decision() == decision)
                    .count();
        }
    }

    /**
     * The conference.
     *
     * @throws Refusal 404 where there is none
     */
    @InWorkspace(readOnly = true)
    Conference get(UUID id) {
        return conferences.find(id).orElseThrow(Refusal::notFound);
    }

    /**
     * The conference with what was suggested at it.
     *
     * @throws Refusal 404 where there is none
     */
    @InWorkspace(readOnly = true)
    Whole getWhole(UUID id) {
        return new Whole(get(id), suggestions.list(id));
    }

    /**
     * A suggestion of a conference.
     *
     * @throws Refusal 404 where there is none
     */
    @InWorkspace(readOnly = true)
    public Suggestion getSuggestion(UUID conference, UUID id) {
        return suggestions
                .find(id)
                .filter(one -> one.conferenceId().equals(conference))
                .orElseThrow(Refusal::notFound);
    }

    /** The sections with their goals of the version that holds; empty where there is no concept yet. */
    @InWorkspace(readOnly = true)
    public List<SectionNode> sections() {
        return concepts.findValidVersion()
                .map(ConceptVersion::id)
                .flatMap(concepts::findTree)
                .map(ConceptTree::allSectionNodes)
                .orElse(List.of());
    }

    /** Prepares a conference; gives its id. */
    public UUID create(ConferenceForm form, SignedIn who) {
        Instant now = now();
        Conference conference = form.conference(Ids.create(now), now, now, 0);
        conferences.insert(conference);
        record(who, "conference.created", conference.id());
        return conference.id();
    }

    /**
     * Changes what is known of a conference.
     *
     * @throws Refusal 404, 412 where it has changed in between
     */
    void change(UUID id, long version, ConferenceForm form, SignedIn who) {
        Conference before = get(id);
        conferences.update(form.conference(id, before.createdAt(), now(), version));
        record(who, "conference.changed", id);
    }

    /**
     * Deletes a conference with all that was suggested at it.
     *
     * @throws Refusal 404, 412 where it has changed in between
     */
    void delete(UUID id, long version, SignedIn who) {
        get(id);
        conferences.delete(id, version);
        record(who, "conference.deleted", id);
    }

    /**
     * Notes what was suggested at a conference.
     *
     * @throws Refusal 404 where there is no such conference or goal
     */
    public UUID add(UUID conference, SuggestionForm form, SignedIn who) {
        Conference where = get(conference);
        @Nullable Goal goal = goal(form.goalId());
        Instant now = now();
        var suggestion = new Suggestion(
                Ids.create(now),
                conference,
                goal == null ? null : goal.id(),
                goal == null ? "" : goal.text(),
                form.text(),
                form.origin(),
                Decision.OPEN,
                "",
                false,
                now,
                now,
                0);
        suggestions.insert(suggestion);
        record(who, "suggestion.added", suggestion.id());
        tidings.tell(new Tidings.Tiding(
                NoticeKind.SUGGESTED,
                "konferenzen/" + conference + "/anregungen/" + suggestion.id(),
                who.accountId(),
                form.text(),
                where.name()));
        return suggestion.id();
    }

    private @Nullable Goal goal(Optional<UUID> id) {
        return id.map(wanted -> sections().stream()
                        .map(SectionNode::allGoals)
                        .flatMap(List::stream)
                        .filter(goal -> goal.id().equals(wanted))
                        .findFirst()
                        .orElseThrow(Refusal::notFound))
                .orElse(null);
    }

    /**
     * Answers a suggestion, or changes the answer.
     *
     * @throws Refusal 412 where it has changed in between
     */
    public void answer(Suggestion suggestion, long version, AnswerForm form, SignedIn who) {
        if (suggestion.version() != version) {
            throw Refusal.stale();
        }
        suggestions.update(suggestion.decided(form.decided(), form.answer(), form.carriedOut(), now()));
        audit.record(
                new Actor(who.accountId(), who.name()),
                "suggestion.answered",
                Objects.toString(suggestion.id()),
                form.decided().text());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(SignedIn who, String action, UUID id) {
        audit.record(new Actor(who.accountId(), who.name()), action, id.toString(), "");
    }
}
