package de.kreiskonzept.platform.importing;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.chapter.Chapters;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.importing.Deviation;
import de.kreiskonzept.model.importing.DeviationKind;
import de.kreiskonzept.model.importing.table.NumberRow;
import de.kreiskonzept.model.importing.table.OutlineRow;
import de.kreiskonzept.model.importing.table.OutlineRow.Field;
import de.kreiskonzept.model.importing.table.OutlineRows;
import de.kreiskonzept.model.importing.table.RowTree;
import de.kreiskonzept.model.outline.ConceptOutline;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.importing.sheet.Rewriting;
import de.kreiskonzept.platform.importing.sheet.SheetUpdate;
import de.kreiskonzept.platform.importing.sheet.StoredRows;
import de.kreiskonzept.platform.importing.taken.NewNodes;
import de.kreiskonzept.platform.importing.taken.TakenStore;
import de.kreiskonzept.platform.monitoring.LightTable;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes an outline into the county's concept, everything or nothing, in a fixed number of batches. */
@Singleton
@InWorkspace
public class TakeOver {
    /** Stands for the name in a history that is not written. */
    private static final String NOBODY = "-";

    private final Concepts concepts;
    private final Rewriting rewriting;
    private final LightTable lights;
    private final TakenStore taken;
    private final Clock clock;
    private final Texts texts;

    TakeOver(Concepts concepts, LightTable lights, Rewriting rewriting, TakenStore taken, Clock clock, Texts texts) {
        this.concepts = concepts;
        this.taken = taken;
        this.lights = lights;
        this.rewriting = rewriting;
        this.clock = clock;
        this.texts = texts;
    }

    /**
     * From where an outline comes.
     *
     * @param author name that stands in the history of lights the outline brings
     * @param uploadId by which the take-over can be taken back; null where nobody will
     */
    record Origin(String author, @Nullable UUID uploadId) {}

    /**
     * Begins a new draft with the outline; the first one brings the concept itself under the outline's title.
     *
     * @param label what people call the version, not blank
     * @param author name that stands in the history of lights the outline brings
     */
    public TakenOver asNewVersion(ConceptOutline outline, String label, String author) {
        String title = outline.title().isBlank() ? texts.text("importing.untitled") : outline.title();
        ConceptVersion version = concepts.begin(title, label, outline.stated(), new Actor(null, author));
        return into(version.id(), outline, false, new Origin(author, null));
    }

    /** What {@link #into} would do; writes nothing. */
    @InWorkspace(readOnly = true)
    Merge plan(UUID versionId, ConceptOutline outline) {
        ConceptTree tree = concepts.findTree(versionId).orElseThrow(Refusal::notFound);
        return Merge.of(tree, outline, false, NOBODY, clock.instant());
    }

    /**
     * Adds to a version what it does not hold yet. What is there stays as it is, except that stated counts follow the outline.
     *
     * @param addDiffering whether goals, measures and texts that are there in other words come in beside them
     * @throws Refusal 404 where there is no such version, 409 where it is frozen
     */
    TakenOver into(UUID versionId, ConceptOutline outline, boolean addDiffering, Origin origin) {
        ConceptTree tree = concepts.findTree(versionId).orElseThrow(Refusal::notFound);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Merge merge = Merge.of(tree, outline, addDiffering, origin.author(), now);
        remember(origin, tree, merge.stated().keySet().stream().map(Section::id).toList(), merge.added());
        add(versionId, merge.added());
        concepts.state(merge.stated());
        StatedCounts stated = outline.stated();
        ConceptVersion version = tree.version();
        if (!stated.isEmpty() && !stated.equals(version.stated())) {
            concepts.change(versionId, version.version(), tree.concept().title(), version.label(), stated);
        }
        return merge.result();
    }

    /** What {@link #update} would do; writes nothing. */
    @InWorkspace(readOnly = true)
    SheetUpdate plan(UUID versionId, OutlineRows.Found rows) {
        ConceptTree tree = concepts.findTree(versionId).orElseThrow(Refusal::notFound);
        return update(tree, rows, NOBODY, clock.instant());
    }

    /** The rows as the current version, and so a new one, can hold them; chapters that it does not have are named. */
    @InWorkspace(readOnly = true)
    OutlineRows.Found inCurrentChapters(OutlineRows.Found found) {
        Chapters chapters = concepts.findCurrentVersion()
                .map(version -> concepts.chapters(version.id()))
                .orElse(Chapters.NONE);
        var rows = new ArrayList<OutlineRow>();
        var deviations = new ArrayList<>(found.deviations());
        for (OutlineRow row : found.rows()) {
            String chapter = row.value(Field.CHAPTER);
            boolean known = chapter.isEmpty() || chapters.titled(chapter).isPresent();
            rows.add(known ? row : row.outsideOfItsChapter());
            if (!known) {
                deviations.add(new Deviation(row.line(), DeviationKind.UNKNOWN_CHAPTER, chapter));
            }
        }
        return new OutlineRows.Found(rows, found.numbers(), deviations, found.leftOut());
    }

    /** Brings the rest of an exported table into a new version: chapters of texts, indicators and figures. */
    void complete(UUID versionId, OutlineRows.Found rows, SignedIn who) {
        rewriting.gather(concepts.findTree(versionId).orElseThrow(Refusal::notFound), rows.rows());
        if (!rows.numbers().isEmpty()) {
            taken.numbers().write(taken.numbers().plan(versionId, rows.numbers()), null, who);
        }
    }

    /**
     * Changes a version by an exported table that comes back; see {@link SheetUpdate}.
     *
     * @throws Refusal 404 where there is no such version, 409 where it is frozen
     */
    TakenOver update(UUID versionId, OutlineRows.Found rows, Origin origin, SignedIn who) {
        ConceptTree tree = concepts.findTree(versionId).orElseThrow(Refusal::notFound);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SheetUpdate update = update(tree, rows, origin.author(), now);
        remember(origin, tree, update.changedIds(), update.added());
        taken(origin, update);
        add(versionId, update.added());
        rewriting.write(versionId, update);
        lights.change(update.lights(), origin.author());
        update.numbers().ifPresent(numbers -> taken.numbers().write(numbers, origin.uploadId(), who));
        update.heading().ifPresent(row -> {
            ConceptVersion version = tree.version();
            concepts.change(versionId, version.version(), row.value(Field.TEXT), version.label(), RowTree.stated(row));
        });
        return TakenOver.of(versionId, update);
    }

    private void taken(Origin origin, SheetUpdate update) {
        UUID upload = origin.uploadId();
        if (upload != null) {
            taken.beforeLights(
                    upload,
                    update.lights().stream().map(LightTable.Change::measure).toList());
        }
    }

    private void remember(Origin origin, ConceptTree tree, Collection<UUID> changed, NewNodes added) {
        UUID upload = origin.uploadId();
        if (upload != null) {
            taken.before(upload, changed, tree.version().id(), clock.instant());
            taken.added(upload, added.batch(), clock.instant());
        }
    }

    private void add(UUID versionId, NewNodes added) {
        concepts.add(versionId, added.batch());
        concepts.gather(versionId);
        if (!added.lights().isEmpty()) {
            lights.add(added.lights(), added.assessments());
        }
    }

    /** The indicators and figures of a version in the product's own tables; 404 where there is no such version. */
    @InWorkspace(readOnly = true)
    public List<NumberRow> numbers(UUID versionId) {
        return taken.numbers().rows(versionId);
    }

    /** The rows of a version in the product's own table; empty where there is no such version. */
    @InWorkspace(readOnly = true)
    public Optional<List<OutlineRow>> rows(UUID versionId) {
        return concepts.findTree(versionId).map(tree -> stored(tree).list());
    }

    private StoredRows stored(ConceptTree tree) {
        UUID version = tree.version().id();
        return StoredRows.of(
                tree, concepts.listDetails(version), lights.justifications(version), concepts.chapters(version));
    }

    private SheetUpdate update(ConceptTree tree, OutlineRows.Found rows, String author, Instant now) {
        var update =
                SheetUpdate.of(stored(tree), rows, new NewNodes(tree.version().id(), author, now), now);
        return rows.numbers().isEmpty()
                ? update
                : update.with(taken.numbers()
                        .plan(tree, rows.numbers(), update.added().batch()));
    }
}
