package de.kreiskonzept.platform.importing;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.audit.AuditTrail.Act;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.importing.ConceptTextParser;
import de.kreiskonzept.model.importing.NotText;
import de.kreiskonzept.model.importing.ParsedConcept;
import de.kreiskonzept.model.importing.table.Mapping;
import de.kreiskonzept.model.importing.table.Meaning;
import de.kreiskonzept.model.importing.table.OutlineRows;
import de.kreiskonzept.model.importing.table.RowTree;
import de.kreiskonzept.model.importing.table.TablePart;
import de.kreiskonzept.model.importing.table.TableReader;
import de.kreiskonzept.model.importing.table.TableText;
import de.kreiskonzept.model.measure.BodyList;
import de.kreiskonzept.model.outline.ConceptOutline;
import de.kreiskonzept.model.outline.OutlineSection;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.importing.file.Source;
import de.kreiskonzept.platform.importing.file.SourceFile;
import de.kreiskonzept.platform.importing.sheet.SheetUpdate;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.platform.tenancy.LongWork;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps what was brought in, shows what is found in it, and takes it over once someone has agreed. */
@Singleton
@InWorkspace
public class Import {
    /** Largest text in bytes, as the form says. */
    static final int LARGEST = 5 * 1024 * 1024;

    /** Sections, goals, measures and texts of the largest concept that is taken over. */
    static final int MOST_NODES = 20_000;

    /** How long a text waits that nobody takes over. */
    static final Duration WAITING = Duration.ofDays(30);

    private static final int LONGEST_NAME = 200;

    private static final int EXAMPLES = 3;

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
     * Keeps what a file says for the preview.
     *
     * @param bytes as {@link SourceFile} reads them
     * @throws Refusal 413 where it is too large, 422 where it is empty, cannot be read or holds too much
     */
    @LongWork
    public UUID keep(String fileName, byte[] bytes, SignedIn who) {
        if (bytes.length > LARGEST) {
            throw new Refusal(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "text-too-large", "importing.refused.large");
        }
        Source source = SourceFile.read(fileName, bytes);
        if (source.content().isBlank()) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "text-empty", "importing.refused.empty");
        }
        String name = fileName.replace("\0", "").strip();
        var upload = new Upload(
                Ids.create(clock.instant()),
                who.accountId(),
                name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                source,
                mapping(source),
                null,
                clock.instant());
        requireFewEnough(parsed(upload).outline());
        uploads.deleteWaitingSince(clock.instant().minus(WAITING));
        uploads.insert(upload);
        return upload.id();
    }

    private static String mapping(Source source) {
        if (source.form() != Source.Form.TABLE) {
            return "";
        }
        List<TablePart> parts = TableText.read(source.content());
        return OutlineRows.isIn(parts) ? "" : Mapping.proposed(parts).text();
    }

    /** Reads a text or the tables of a file. */
    static ParsedConcept parsed(Upload upload) {
        String content = upload.source().content();
        if (upload.isTable()) {
            List<TablePart> parts = TableText.read(content);
            return upload.hasColumns()
                    ? TableReader.read(parts, Mapping.of(upload.mapping()))
                    : RowTree.parsed(OutlineRows.find(parts));
        }
        return switch (ConceptTextParser.read(content)) {
            case ParsedConcept parsed -> parsed;
            case NotText _ ->
                throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "not-text", "importing.refused.binary");
        };
    }

    /**
     * What the columns of an upload mean, with the words that people decide by.
     *
     * @param examples first words of each column
     */
    record Columns(Upload upload, Mapping mapping, Map<String, List<String>> examples) {}

    /** Finds the columns of an upload with tables; empty for other uploads. */
    @InWorkspace(readOnly = true)
    public Optional<Columns> columns(UUID id) {
        Upload upload = uploads.find(id).filter(this::isValid).orElseThrow(Refusal::notFound);
        if (!upload.hasColumns()) {
            return Optional.empty();
        }
        Mapping mapping = Mapping.of(upload.mapping());
        List<TablePart> parts = TableText.read(upload.source().content());
        return Optional.of(new Columns(upload, mapping, mapping.examples(parts, EXAMPLES)));
    }

    /**
     * Gives the columns and statuses of an upload other meanings; what is not named keeps its own.
     *
     * @param columns by the name of the column
     * @param lights by the words of the status
     * @return whether other status words need a light now
     * @throws Refusal 409 where it is taken over already, 422 where it holds no tables
     */
    public boolean map(UUID id, Map<String, Meaning> columns, Map<String, TrafficLight> lights) {
        uploads.lockAll();
        Upload upload = uploads.find(id).filter(this::isValid).orElseThrow(Refusal::notFound);
        if (!upload.hasColumns()) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "no-table", "importing.refused.noTable");
        }
        if (upload.versionId() != null) {
            throw new Refusal(HttpStatus.CONFLICT, "taken-over", "importing.refused.takenOver");
        }
        String content = upload.source().content();
        Mapping before = Mapping.of(upload.mapping());
        Mapping mapping = before.with(columns, TableText.read(content)).withLights(lights);
        uploads.map(id, content, mapping.text(), clock.instant());
        return !before.lights().keySet().containsAll(mapping.lights().keySet());
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

    /** What is found in an upload. */
    @InWorkspace(readOnly = true)
    public Preview preview(UUID id) {
        return preview(uploads.find(id).filter(this::isValid).orElseThrow(Refusal::notFound));
    }

    /** The names of the bodies in an upload, with the number of measures that name each. */
    @InWorkspace(readOnly = true)
    public Map<String, Integer> bodies(UUID id) {
        var names = new LinkedHashMap<String, Integer>();
        var first = new HashMap<String, String>();
        preview(id).parsed().outline().sections().stream()
                .flatMap(OutlineSection::allMeasures)
                .flatMap(measure -> BodyList.of(measure.responsible()).bodies().stream())
                .forEach(body ->
                        names.merge(first.computeIfAbsent(body.words(), words -> body.name()), 1, Integer::sum));
        return names;
    }

    private boolean isValid(Upload upload) {
        return upload.versionId() != null
                || upload.createdAt().isAfter(clock.instant().minus(WAITING));
    }

    /**
     * What taking an upload over into the draft would do.
     *
     * @param update cell by cell, where the upload is an exported table that comes back; else null
     */
    record Plan(
            TakenOver result,
            List<TakenOver.Difference> differences,
            @Nullable SheetUpdate update) {}

    /** What taking an upload over into the draft would do; empty where there is no draft. */
    @InWorkspace(readOnly = true)
    public Optional<Plan> plan(Preview preview) {
        return findDraft().map(draft -> {
            Optional<OutlineRows.Found> rows = returned(preview.upload());
            if (rows.isPresent()) {
                SheetUpdate update = takeOver.plan(draft.id(), rows.get());
                return new Plan(TakenOver.of(draft.id(), update), List.of(), update);
            }
            Merge merge = takeOver.plan(draft.id(), preview.parsed().outline());
            return new Plan(merge.result(), merge.differences(), null);
        });
    }

    /** The rows of an exported table that comes back, or of one with numbers; empty for all other uploads. */
    private static Optional<OutlineRows.Found> returned(Upload upload) {
        return own(upload)
                .filter(found -> !found.numbers().isEmpty()
                        || found.rows().stream().anyMatch(row -> !row.id().isEmpty()));
    }

    /** The rows of the product's own tables; empty for all other uploads. */
    private static Optional<OutlineRows.Found> own(Upload upload) {
        return upload.isTable() && !upload.hasColumns()
                ? Optional.of(OutlineRows.find(TableText.read(upload.source().content())))
                : Optional.empty();
    }

    private Preview preview(Upload upload) {
        return new Preview(
                upload,
                own(upload)
                        .map(found -> RowTree.parsed(takeOver.inCurrentChapters(found)))
                        .orElseGet(() -> parsed(upload)));
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
        Optional<OutlineRows.Found> rows = returned(preview.upload());
        var origin = new TakeOver.Origin(who.name(), id);
        return take(
                id,
                who,
                false,
                () -> rows.isPresent()
                        ? takeOver.update(versionId, rows.get(), origin, who)
                        : takeOver.into(versionId, outline(preview), addDiffering, origin));
    }

    /** Takes an upload over as a new draft; where a draft holds the same text already, into that one. */
    public TakenOver asNewVersion(UUID id, String label, SignedIn who) {
        Preview preview = locked(id);
        var origin = new TakeOver.Origin(who.name(), id);
        Optional<UUID> draft = uploads.findDraftWith(preview.upload());
        Optional<OutlineRows.Found> rows = own(preview.upload());
        return take(id, who, draft.isEmpty(), () -> {
            TakenOver done = draft.map(version -> takeOver.into(version, outline(preview), false, origin))
                    .orElseGet(() -> takeOver.asNewVersion(outline(preview), label, who.name()));
            rows.ifPresent(found -> takeOver.complete(done.versionId(), found, who));
            return done;
        });
    }

    /** Whether there is a concept already. */
    @InWorkspace(readOnly = true)
    public boolean hasConcept() {
        return concepts.findCurrentVersion().isPresent();
    }

    /** Label for a new draft: the file, or what is usual. */
    @InWorkspace(readOnly = true)
    public String label() {
        boolean first = concepts.findCurrentVersion().isEmpty();
        Instant now = clock.instant();
        return first
                ? texts.text("importing.label.first")
                : texts.text(
                        "importing.label.next", GermanTime.day(clock.getZone()).format(now));
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

    private TakenOver take(UUID id, SignedIn who, boolean began, Supplier<TakenOver> work) {
        TakenOver taken = audit.getAsOne(
                new Actor(who.accountId(), who.name()),
                work,
                done -> new Act(
                        "concept.imported",
                        done.versionId().toString(),
                        "upload %s, sections %d, goals %d, measures %d, texts %d"
                                .formatted(id, done.sections(), done.goals(), done.measures(), done.texts())));
        uploads.takenOver(id, taken.versionId(), began, clock.instant());
        return taken;
    }
}
