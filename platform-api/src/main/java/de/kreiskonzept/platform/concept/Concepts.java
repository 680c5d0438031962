package de.kreiskonzept.platform.concept;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.model.chapter.Chapters;
import de.kreiskonzept.model.concept.Concept;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.GoalMeasure;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.model.concept.VersionState;
import de.kreiskonzept.model.concept.VersionStep;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.model.structure.Templates;
import de.kreiskonzept.platform.concept.detail.Detailed;
import de.kreiskonzept.platform.concept.history.FieldChange;
import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import de.kreiskonzept.platform.concept.history.FieldHistory;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The concept of the county as a whole: which versions there are, and how a new one begins. For other features too. */
@Singleton
@InWorkspace
public class Concepts {
    private final ConceptStore store;
    private final VersionStore versions;
    private final ProfileStore profiles;
    private final Nodes nodes;
    private final FieldHistory history;
    private final Clock clock;

    Concepts(
            ConceptStore store,
            VersionStore versions,
            ProfileStore profiles,
            Nodes nodes,
            FieldHistory history,
            Clock clock) {
        this.store = store;
        this.versions = versions;
        this.profiles = profiles;
        this.nodes = nodes;
        this.history = history;
        this.clock = clock;
    }

    /**
     * New nodes of one version, with ids, positions and parents that fit; parents stand before their children.
     *
     * @param links which measures serve which goals
     * @param details what measures say besides their words, by their ids
     */
    public record Batch(
            List<Section> sections,
            List<Goal> goals,
            List<Measure> measures,
            List<GoalMeasure> links,
            List<TextBlock> texts,
            Map<UUID, Detailed> details) {
        /** New nodes whose measures say nothing besides their words. */
        public Batch(
                List<Section> sections,
                List<Goal> goals,
                List<Measure> measures,
                List<GoalMeasure> links,
                List<TextBlock> texts) {
            this(sections, goals, measures, links, texts, Map.of());
        }
    }

    /** The version that holds: adopted, or the latest draft where nothing is adopted; empty where there is no concept yet. */
    @InWorkspace(readOnly = true)
    public Optional<ConceptVersion> findValidVersion() {
        return versions.findValid();
    }

    /** The version people write in: the latest one that is not superseded; empty where there is no concept yet. */
    @InWorkspace(readOnly = true)
    public Optional<ConceptVersion> findCurrentVersion() {
        return versions.findCurrent();
    }

    /** A version by its id, with everything in it that is not deleted; empty where there is none. */
    @InWorkspace(readOnly = true)
    public Optional<ConceptTree> findTree(UUID versionId) {
        return store.findTree(versionId);
    }

    /** The version that a section belongs to, with everything in it; empty where there is none. */
    @InWorkspace(readOnly = true)
    public Optional<ConceptTree> findTreeOfSection(UUID sectionId) {
        return store.findTreeOfSection(sectionId);
    }

    /** How a version calls its levels, with the usual words where the county has chosen none. */
    @InWorkspace(readOnly = true)
    public Profile profile(UUID versionId) {
        return profiles.find(versionId).profile();
    }

    /** How the version that holds calls its levels; the usual words where there is no concept yet. */
    @InWorkspace(readOnly = true)
    public Profile validProfile() {
        return versions.findValid().map(valid -> profile(valid.id())).orElse(Templates.usual());
    }

    /** The day of the resolution by which a version was adopted; empty where it is not, or nobody wrote the day down. */
    @InWorkspace(readOnly = true)
    public Optional<LocalDate> findAdoption(UUID versionId) {
        return versions.listSteps(versionId).stream()
                .filter(step -> step.state() == VersionState.ADOPTED)
                .findFirst()
                .map(VersionStep::decidedOn);
    }

    /** Says how the levels of a new version are called. */
    public void name(UUID versionId, Profile profile) {
        nodes.editable(versionId);
        if (!profiles.put(versionId, profile, profiles.find(versionId).version(), clock.instant())) {
            throw Nodes.stale();
        }
    }

    /** All text blocks of a version that are not deleted, those of sections and goals too. */
    @InWorkspace(readOnly = true)
    public List<TextBlock> listTexts(UUID versionId) {
        return store.listTexts(versionId);
    }

    /**
     * Begins a new draft; the first one brings the concept itself under the given title, a later one calls its levels and chapters
     * as the current version does.
     *
     * @param title not blank, of the concept; without effect where there is a version already
     * @param label what people call the version, not blank
     * @param author who begins it
     */
    public ConceptVersion begin(String title, String label, StatedCounts stated, Actor author) {
        Instant now = clock.instant();
        Optional<ConceptVersion> before = versions.findCurrent();
        Concept concept = store.findConcept()
                .map(known -> before.isPresent() || known.title().equals(title)
                        ? known
                        : nodes.update(known.withTitle(title, now)))
                .orElseGet(() -> nodes.insert(new Concept(Ids.create(now), title, now, now, 0)));
        var version = new ConceptVersion(
                Ids.create(now),
                concept.id(),
                label,
                VersionState.DRAFT,
                null,
                null,
                stated.goals(),
                stated.measures(),
                null,
                now,
                now,
                0);
        versions.create(version, author);
        before.ifPresent(current -> {
            profiles.copy(current.id(), version.id(), now);
            store.chapters().copy(current.id(), version.id(), now);
        });
        return version;
    }

    /**
     * Changes title, label and stated counts of a version that is not frozen.
     *
     * @param version of the version row that was shown, refused as stale otherwise
     */
    public void change(UUID versionId, long version, String title, String label, StatedCounts stated) {
        ConceptVersion before = nodes.editable(versionId);
        if (before.version() != version) {
            throw Nodes.stale();
        }
        Instant now = clock.instant();
        Concept concept = nodes.concept(before.conceptId());
        if (!concept.title().equals(title)) {
            nodes.update(concept.withTitle(title, now));
        }
        if (!versions.update(before.withHeading(label, stated, now))) {
            throw Nodes.stale();
        }
        history.changed(
                new Subject("version", versionId),
                version + 1,
                words(concept.title(), before.label(), before.stated()),
                words(title, label, stated));
    }

    /** What was changed about a version after it was read, the oldest first. */
    @InWorkspace(readOnly = true)
    List<FieldChange> since(UUID versionId, long version) {
        return history.since(new Subject("version", versionId), version);
    }

    private static Map<String, String> words(String title, String label, StatedCounts stated) {
        return Map.of(
                "title",
                title,
                "label",
                label,
                "statedGoals",
                NodeFields.text(stated.goals()),
                "statedMeasures",
                NodeFields.text(stated.measures()));
    }

    /**
     * Writes new nodes into a version in five batches.
     *
     * @throws de.kreiskonzept.foundation.web.Refusal where the version is missing or frozen
     */
    public void add(UUID versionId, Batch batch) {
        nodes.editable(versionId);
        nodes.insertAll(batch.sections());
        nodes.insertAll(batch.goals());
        nodes.insertAll(batch.measures());
        store.link(batch.links());
        nodes.insertAll(batch.texts());
        store.details().write(versionId, batch.details());
    }

    /** Puts texts of a version that is not frozen into the chapters that their names mean. */
    public void gather(UUID versionId) {
        nodes.editable(versionId);
        store.chapters().gather(versionId);
    }

    /** The chapters of a version as a document. */
    @InWorkspace(readOnly = true)
    public Chapters chapters(UUID versionId) {
        return store.chapters().find(versionId);
    }

    /**
     * Puts the measures below goals of one version into another order.
     *
     * @param order ids of measures by the id of their goal; those that are not named keep their place
     */
    public void order(UUID versionId, Map<UUID, List<UUID>> order) {
        nodes.editable(versionId);
        if (!order.isEmpty()) {
            store.details().order(order);
        }
    }

    /** What the measures of a version say besides their words, by their ids; those that say nothing are left out. */
    @InWorkspace(readOnly = true)
    public Map<UUID, Detailed> listDetails(UUID versionId) {
        return store.details().list(versionId);
    }

    /** Lets the measures of a new draft say besides their words what those say that they descend from. */
    public void copyDetails(UUID draft) {
        store.details().copyInto(draft);
    }

    /** Lets measures of a version that is not frozen say something else besides their words. */
    public void describe(UUID versionId, Map<UUID, Detailed> measures) {
        nodes.editable(versionId);
        store.details().write(versionId, measures);
    }

    /**
     * Lets measures of a version that is not frozen serve other goals, in a fixed number of statements.
     *
     * @param before goals that they serve now, by their ids
     * @param after goals that they are to serve
     */
    public void serve(UUID versionId, Map<UUID, List<UUID>> before, Map<UUID, List<UUID>> after) {
        nodes.editable(versionId);
        if (!after.isEmpty()) {
            store.details().serve(versionId, after);
            history.changed(nodes.listMeasures(List.copyOf(after.keySet())).stream()
                    .map(measure -> new FieldHistory.Changed(
                            new Subject(NodeKind.MEASURE.text(), measure.id()),
                            measure.version(),
                            Map.of("goals", NodeFields.text(before.get(measure.id()))),
                            Map.of("goals", NodeFields.text(after.get(measure.id())))))
                    .toList());
        }
    }

    /** Stores other stated counts for sections of one version, in one batch. */
    public void state(Map<Section, StatedCounts> stated) {
        stated.keySet().stream().map(Section::versionId).distinct().forEach(nodes::editable);
        Instant now = clock.instant();
        nodes.updateAll(stated.entrySet().stream()
                .map(entry -> entry.getKey().withStated(entry.getValue(), now))
                .toList());
    }
}
