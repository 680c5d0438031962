package de.kreiskonzept.platform.resolution;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.committee.Insight;
import de.kreiskonzept.model.resolution.CouncilPaper;
import de.kreiskonzept.model.resolution.PaperKind;
import de.kreiskonzept.model.resolution.PaperPart;
import de.kreiskonzept.model.resolution.PaperState;
import de.kreiskonzept.model.resolution.PartKind;
import de.kreiskonzept.model.resolution.ResolutionPoint;
import de.kreiskonzept.platform.identity.insight.Insights;
import de.kreiskonzept.platform.resolution.text.Beginning;
import de.kreiskonzept.platform.resolution.text.Proposed;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Begins papers, changes their text as long as it is open, sends them and begins their next edition. */
@Singleton
@InWorkspace
public class CouncilPapers {
    private final PaperStore store;
    private final TextStore text;
    private final Beginning beginning;
    private final AuditTrail audit;
    private final Clock clock;
    private final Insights insights;

    CouncilPapers(
            PaperStore store, TextStore text, Beginning beginning, AuditTrail audit, Clock clock, Insights insights) {
        this.store = store;
        this.text = text;
        this.beginning = beginning;
        this.audit = audit;
        this.clock = clock;
        this.insights = insights;
    }

    /** Papers that this person may read. */
    @InWorkspace(readOnly = true)
    public PaperStore.Page list(PaperFilter filter, SignedIn who, int offset, int limit) {
        return store.list(filter, insights.of(who), offset, limit);
    }

    /**
     * A paper with one edition of its text: whoever prepares it (lead, and who leads a committee that will deal with it) sees what is
     * being written, others what was sent.
     *
     * @param edition null for the latest that this person may see
     * @throws Refusal 404 where there is no such paper or edition for this person
     */
    @InWorkspace(readOnly = true)
    public Whole read(UUID id, @Nullable Integer edition, SignedIn who) {
        return read(store.find(id).orElseThrow(Refusal::notFound), edition, who);
    }

    /**
     * A paper as it was sent last.
     *
     * @throws Refusal 404 where there is no such paper for this person, or it was never sent
     */
    @InWorkspace(readOnly = true)
    public Whole readSent(UUID id, SignedIn who) {
        CouncilPaper paper = store.find(id).orElseThrow(Refusal::notFound);
        return read(paper, paper.submitted(), who);
    }

    private Whole read(CouncilPaper paper, @Nullable Integer edition, SignedIn who) {
        Insight insight = insights.of(who);
        Whole latest = store.whole(paper, Math.max(1, paper.submitted()));
        int last = latest.last(insight);
        int wanted = edition == null ? last : edition;
        if (wanted < 1 || wanted > last || !latest.isFor(insight)) {
            throw Refusal.notFound();
        }
        Whole whole = wanted == latest.edition() ? latest : store.whole(paper, wanted);
        return whole.seenBy(insight);
    }

    /** Begins a paper with the words that follow from what it is made from; gives its id. */
    public UUID create(PaperForm form, SignedIn who) {
        Instant now = now();
        PaperKind kind = PaperKind.find(form.kind()).orElseThrow();
        Proposed proposed = beginning.of(kind, form.versionId(), form.standId());
        var paper = new CouncilPaper(
                Ids.create(now),
                kind,
                form.title().isBlank() ? proposed.title() : form.title(),
                form.number(),
                form.versionId(),
                form.standId(),
                PaperState.DRAFT,
                1,
                0,
                null,
                now,
                now,
                0);
        store.insert(paper);
        text.add(
                paper,
                proposed.sections().stream()
                        .map(section ->
                                new PaperPart(Ids.create(now), section.kind(), section.heading(), section.text(), 0))
                        .toList(),
                now);
        text.propose(
                paper,
                proposed.points().stream()
                        .map(point -> new ResolutionPoint(point, false))
                        .toList(),
                now);
        record(who, "paper.created", paper.id());
        return paper.id();
    }

    /**
     * Gives a paper another title and number.
     *
     * @throws Refusal 404, 409 where it is sent, 412 where it has changed in between
     */
    public void name(UUID id, long version, PaperForm form, SignedIn who) {
        store.update(open(id, version).named(form.title(), form.number(), now()));
        record(who, "paper.changed", id);
    }

    /**
     * Stores a section.
     *
     * @param version of the section that the person has seen
     * @throws Refusal 404, 409 where the paper is sent, 412 where the section has changed in between
     */
    public void write(UUID id, UUID part, long version, PartForm form, SignedIn who) {
        CouncilPaper paper = open(id);
        PaperPart before = store.whole(paper, paper.edition()).find(part).orElseThrow(Refusal::notFound);
        text.update(new PaperPart(part, before.kind(), form.name(), form.text(), version), now());
        record(who, "paper.changed", id);
    }

    /**
     * Adds an empty section behind the others of its kind; gives its id.
     *
     * @throws Refusal 404, 409 where the paper is sent or has too many sections
     */
    public UUID add(UUID id, PartKind kind, String heading, SignedIn who) {
        CouncilPaper paper = open(id);
        if (store.whole(paper, paper.edition()).parts().size() >= PaperPart.MOST) {
            throw state("resolution.refused.parts", PaperPart.MOST);
        }
        Instant now = now();
        UUID part = Ids.create(now);
        text.add(paper, List.of(new PaperPart(part, kind, heading, "", 0)), now);
        record(who, "paper.changed", id);
        return part;
    }

    /**
     * Deletes a section.
     *
     * @throws Refusal 404, 409 where the paper is sent, 412 where the section has changed in between
     */
    public void remove(UUID id, UUID part, long version, SignedIn who) {
        CouncilPaper paper = open(id);
        PaperPart found = store.whole(paper, paper.edition()).find(part).orElseThrow(Refusal::notFound);
        text.delete(found.id(), version);
        record(who, "paper.changed", id);
    }

    /**
     * Replaces what a paper proposes.
     *
     * @throws Refusal 404, 409 where it is sent, 412 where it has changed in between
     */
    public void propose(UUID id, long version, List<ResolutionPoint> points, SignedIn who) {
        CouncilPaper paper = open(id, version);
        text.propose(paper, points, now());
        store.update(paper.named(paper.title(), paper.number(), now()));
        record(who, "paper.changed", id);
    }

    /**
     * Sends a paper with its files, which stay as they are.
     *
     * @throws Refusal 404, 409 where it is sent, 412 where it has changed in between
     */
    public void submit(UUID id, long version, List<Attachment.Sent> files, SignedIn who) {
        CouncilPaper sent = open(id, version).sent(now());
        store.update(sent);
        files.forEach(file -> text.attach(sent, file, now()));
        record(who, "paper.sent", id);
    }

    /**
     * Begins the next edition with the text of the last one.
     *
     * @throws Refusal 404, 409 where the last one is not sent or no committee deals with the paper any more, 412
     */
    public void revise(UUID id, long version, SignedIn who) {
        CouncilPaper before = locked(id, version);
        if (before.isOpen() || before.state().isFinal()) {
            throw state("resolution.refused.revise");
        }
        Whole last = store.whole(before, before.edition());
        Instant now = now();
        CouncilPaper next = before.revised(now);
        store.update(next);
        text.add(
                next,
                last.parts().stream()
                        .map(part -> new PaperPart(Ids.create(now), part.kind(), part.heading(), part.text(), 0))
                        .toList(),
                now);
        text.propose(next, last.points(), now);
        record(who, "paper.revised", id);
    }

    /**
     * Deletes a paper that was never sent.
     *
     * @throws Refusal 404, 409 where it was sent, 412 where it has changed in between
     */
    public void delete(UUID id, long version, SignedIn who) {
        CouncilPaper paper = locked(id, version);
        if (paper.submitted() > 0) {
            throw state("resolution.refused.delete");
        }
        store.delete(paper);
        record(who, "paper.deleted", id);
    }

    /**
     * Keeps one more file of a paper that was sent.
     *
     * @throws Refusal 404, 409 where it was never sent
     */
    public void attach(UUID id, Attachment.Sent file, SignedIn who) {
        CouncilPaper paper = store.lock(id).orElseThrow(Refusal::notFound);
        if (paper.submitted() == 0) {
            throw state("resolution.refused.attach");
        }
        text.attach(paper, file, now());
        record(who, "paper.attached", id);
    }

    /**
     * A file of a paper that this person may read.
     *
     * @throws Refusal 404 where there is none for this person
     */
    @InWorkspace(readOnly = true)
    public Attachment.Sent file(UUID id, UUID file, SignedIn who) {
        read(id, null, who);
        return text.find(id, file).orElseThrow(Refusal::notFound);
    }

    private CouncilPaper open(UUID id, long version) {
        return requireOpen(locked(id, version));
    }

    private CouncilPaper open(UUID id) {
        return requireOpen(store.lock(id).orElseThrow(Refusal::notFound));
    }

    private CouncilPaper locked(UUID id, long version) {
        CouncilPaper paper = store.lock(id).orElseThrow(Refusal::notFound);
        if (paper.version() != version) {
            throw Refusal.stale();
        }
        return paper;
    }

    private static CouncilPaper requireOpen(CouncilPaper paper) {
        if (!paper.isOpen()) {
            throw state("resolution.refused.sent");
        }
        return paper;
    }

    private static Refusal state(String key, Object... args) {
        return new Refusal(HttpStatus.CONFLICT, "paper-state", key, args);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(SignedIn who, String action, UUID id) {
        audit.record(new Actor(who.accountId(), who.name()), action, id.toString(), "");
    }
}
