package de.kreiskonzept.platform.importing;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.importing.ConceptTextParser;
import de.kreiskonzept.model.importing.NotText;
import de.kreiskonzept.model.importing.ParsedConcept;
import de.kreiskonzept.model.outline.ConceptOutline;
import de.kreiskonzept.model.outline.OutlineSection;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps a text that was brought in, shows what is found in it, and takes it over once someone has agreed. */
@Singleton
@InWorkspace
class Import {
    /** Largest text in bytes, as the form says. */
    static final int LARGEST = 5 * 1024 * 1024;

    /** Sections, goals, measures and texts of the largest concept that is taken over. */
    static final int MOST_NODES = 10_000;

    /** How long a text waits that nobody takes over. */
    static final Duration WAITING = Duration.ofDays(30);

    private static final int LONGEST_NAME = 200;

    private final UploadStore uploads;
    private final TakeOver takeOver;
    private final Concepts concepts;
    private final AuditTrail audit;
    private final Clock clock;
    private final Texts texts;

    Import(UploadStore uploads, TakeOver takeOver, Concepts concepts, AuditTrail audit, Clock clock, Texts texts) {
        this.uploads = uploads;
        this.takeOver = takeOver;
        this.concepts = concepts;
        this.audit = audit;
        this.clock = clock;
        this.texts = texts;
    }

    /** An upload with what is found in it. */
    record Preview(Upload upload, ParsedConcept parsed) {}

    /**
     * Keeps a text for the preview.
     *
     * @param bytes UTF-8, UTF-16 with a byte order mark, or else Windows-1252
     * @throws Refusal 413 where it is too large, 422 where it is empty, no text or holds too much
     */
    public UUID keep(String fileName, byte[] bytes, SignedIn who) {
        if (bytes.length > LARGEST) {
            throw new Refusal(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "text-too-large", "importing.refused.large");
        }
        String text = decoded(bytes);
        if (text.isBlank()) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "text-empty", "importing.refused.empty");
        }
        if (ConceptTextParser.read(text) instanceof ParsedConcept parsed) {
            requireFewEnough(parsed.outline());
        }
        uploads.deleteWaitingSince(clock.instant().minus(WAITING));
        String name = fileName.replace("\0", "").strip();
        var upload = new Upload(
                Ids.create(clock.instant()),
                who.accountId(),
                name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                text,
                null,
                clock.instant());
        uploads.insert(upload);
        return upload.id();
    }

    private static void requireFewEnough(ConceptOutline outline) {
        int nodes = outline.texts().size()
                + outline.sections().stream().mapToInt(Import::nodes).sum();
        if (nodes > MOST_NODES) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_ENTITY, "too-much-text", "importing.refused.many", nodes, MOST_NODES);
        }
    }

    private static int nodes(OutlineSection section) {
        return 1
                + section.texts().size()
                + section.goals().stream()
                        .mapToInt(goal -> 1 + goal.goalCount() + goal.measureCount())
                        .sum()
                + section.sections().stream().mapToInt(Import::nodes).sum();
    }

    private static String decoded(byte[] bytes) {
        return ConceptTextParser.decode(bytes)
                .orElseThrow(
                        () -> new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "not-text", "importing.refused.binary"));
    }

    /** What is found in an upload. */
    @InWorkspace(readOnly = true)
    public Preview preview(UUID id) {
        return preview(uploads.find(id).filter(this::isValid).orElseThrow(Refusal::notFound));
    }

    private boolean isValid(Upload upload) {
        return upload.versionId() != null
                || upload.createdAt().isAfter(clock.instant().minus(WAITING));
    }

    /** What taking an upload over into the draft would do; empty where there is no draft. */
    @InWorkspace(readOnly = true)
    public Optional<Merge> plan(ParsedConcept parsed) {
        return findDraft().map(draft -> takeOver.plan(draft.id(), parsed.outline()));
    }

    private static Preview preview(Upload upload) {
        return switch (ConceptTextParser.read(upload.content())) {
            case ParsedConcept parsed -> new Preview(upload, parsed);
            case NotText _ -> throw new IllegalStateException("an upload that is no text was kept: " + upload.id());
        };
    }

    /** The latest uploads, without their content. */
    @InWorkspace(readOnly = true)
    public List<Upload> list() {
        return uploads.list();
    }

    /**
     * Takes an upload over into a version that is not frozen.
     *
     * @param addDiffering whether what is there in other words comes in beside it
     */
    public TakenOver into(UUID id, UUID versionId, boolean addDiffering, SignedIn who) {
        Preview preview = locked(id);
        return done(id, who, takeOver.into(versionId, outline(preview), addDiffering, who.name()));
    }

    /** Takes an upload over as a new draft; where a draft holds the same text already, into that one. */
    public TakenOver asNewVersion(UUID id, String label, SignedIn who) {
        Preview preview = locked(id);
        TakenOver done = uploads.findDraftWith(preview.upload().content())
                .map(version -> takeOver.into(version, outline(preview), false, who.name()))
                .orElseGet(() -> takeOver.asNewVersion(outline(preview), label, who.name()));
        return done(id, who, done);
    }

    /** Label for a new draft: the file, or what is usual. */
    @InWorkspace(readOnly = true)
    public String label() {
        boolean first = concepts.findCurrentVersion().isEmpty();
        Instant now = clock.instant();
        return first ? texts.text("importing.label.first") : texts.text("importing.label.next", Date.from(now));
    }

    /** The draft that an upload can go into; empty where every version is frozen or there is none. */
    @InWorkspace(readOnly = true)
    public Optional<ConceptVersion> findDraft() {
        return concepts.findCurrentVersion().filter(version -> version.state().editable());
    }

    /** Take-overs of a county follow each other, whichever texts they bring, so that none misses what another has added. */
    private Preview locked(UUID id) {
        uploads.lockAll();
        return preview(uploads.find(id).filter(this::isValid).orElseThrow(Refusal::notFound));
    }

    private static ConceptOutline outline(Preview preview) {
        ConceptOutline outline = preview.parsed().outline();
        if (outline.sections().isEmpty()) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "nothing-found", "importing.refused.nothing");
        }
        return outline;
    }

    private TakenOver done(UUID id, SignedIn who, TakenOver done) {
        uploads.takenOver(id, done.versionId(), clock.instant());
        audit.record(
                new Actor(who.accountId(), who.name()),
                "concept.imported",
                done.versionId().toString(),
                "upload %s, sections %d, goals %d, measures %d, texts %d"
                        .formatted(id, done.sections(), done.goals(), done.measures(), done.texts()));
        return done;
    }
}
