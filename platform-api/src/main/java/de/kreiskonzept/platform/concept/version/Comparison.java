package de.kreiskonzept.platform.concept.version;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.lineage.Change;
import de.kreiskonzept.model.lineage.Descent;
import de.kreiskonzept.model.lineage.Lineage;
import de.kreiskonzept.model.lineage.Part;
import de.kreiskonzept.model.measure.Costs;
import de.kreiskonzept.model.measure.MeasureDetail;
import de.kreiskonzept.model.structure.PartName;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.VersionStore;
import de.kreiskonzept.platform.concept.chapter.ChapterStore;
import de.kreiskonzept.platform.concept.detail.Detailed;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What changed between a version and one it descends from. */
@Singleton
@InWorkspace(readOnly = true)
public class Comparison {
    private static final int GENERATIONS = 50;

    private final Concepts concepts;
    private final VersionStore versions;
    private final LineageStore lineage;
    private final NumberStore numbers;
    private final ChapterStore chapters;
    private final Texts texts;

    Comparison(
            Concepts concepts,
            VersionStore versions,
            LineageStore lineage,
            NumberStore numbers,
            ChapterStore chapters,
            Texts texts) {
        this.concepts = concepts;
        this.versions = versions;
        this.lineage = lineage;
        this.numbers = numbers;
        this.chapters = chapters;
        this.texts = texts;
    }

    /**
     * The changes of sections, goals and measures, and of texts with those of the chapters they stand in.
     *
     * @param profile of the later version
     * @param changes by kind; every part of both versions stands in exactly one
     */
    public record Result(
            ConceptVersion before, ConceptVersion after, Profile profile, Map<NodeKind, List<Change>> changes) {
        /** What parts of this kind are called in the later version. */
        public String name(NodeKind kind) {
            return switch (kind) {
                case SECTION -> profile.sections(PartName::plural);
                case GOAL -> profile.anyGoal().plural();
                case MEASURE -> profile.measure().plural();
                case TEXT -> "";
            };
        }
    }

    /**
     * Compares a version with the one it is based on.
     *
     * @throws Refusal 404 where there is no such version, 409 where it is not based on another one
     */
    public Result withBase(UUID id) {
        ConceptVersion after = Nodes.found(versions.find(id));
        UUID base = after.basedOn();
        if (base == null) {
            throw new Refusal(HttpStatus.CONFLICT, "version-without-base", "concept.refused.noBase", after.label());
        }
        return with(after, base);
    }

    /**
     * Compares a version with another one that it descends from, over any number of versions between.
     *
     * @throws Refusal 404 where there is no such version, 409 where it does not descend from it
     */
    public Result with(UUID id, UUID ancestor) {
        return with(Nodes.found(versions.find(id)), ancestor);
    }

    private Result with(ConceptVersion after, UUID ancestor) {
        List<ConceptVersion> line = line(after, ancestor);
        ConceptTree old = Nodes.found(concepts.findTree(ancestor));
        ConceptTree now = Nodes.found(concepts.findTree(after.id()));
        var changes = new EnumMap<NodeKind, List<Change>>(NodeKind.class);
        for (NodeKind kind : List.of(NodeKind.SECTION, NodeKind.GOAL, NodeKind.MEASURE)) {
            changes.put(kind, new Lineage(descents(line, kind)).changes(parts(old, kind), parts(now, kind)));
        }
        changes.put(NodeKind.TEXT, written(old).changesTo(written(now)));
        return new Result(old.version(), after, now.profile(), changes);
    }

    private ChapterParts written(ConceptTree tree) {
        UUID version = tree.version().id();
        List<String> figures = numbers.figures(version).getOrDefault(version, List.of());
        return ChapterParts.of(tree, chapters.find(version), figures, texts);
    }

    /**
     * Which parts of a kind of an earlier version live on in which of a later one, over any number of versions between; empty where the later
     * one does not descend from it.
     */
    public List<Descent> descents(UUID later, UUID earlier, NodeKind kind) {
        return versions.find(later)
                .flatMap(after -> findLine(after, earlier))
                .filter(line -> !line.isEmpty())
                .map(line -> descents(line, kind))
                .orElseGet(List::of);
    }

    private List<ConceptVersion> line(ConceptVersion after, UUID ancestor) {
        return findLine(after, ancestor)
                .orElseThrow(() -> new Refusal(
                        HttpStatus.CONFLICT, "version-without-base", "concept.refused.noBase", after.label()));
    }

    // From the version after the ancestor down to the one asked for.
    private Optional<List<ConceptVersion>> findLine(ConceptVersion after, UUID ancestor) {
        var line = new ArrayList<ConceptVersion>();
        ConceptVersion here = after;
        while (!here.id().equals(ancestor)) {
            line.addFirst(here);
            UUID base = here.basedOn();
            if (base == null || line.size() > GENERATIONS) {
                return Optional.empty();
            }
            here = Nodes.found(versions.find(base));
        }
        return Optional.of(line);
    }

    private List<Descent> descents(List<ConceptVersion> line, NodeKind kind) {
        List<Descent> through = lineage.list(line.getFirst().id(), kind);
        for (ConceptVersion next : line.subList(1, line.size())) {
            through = new Lineage(through).then(new Lineage(lineage.list(next.id(), kind)));
        }
        return through;
    }

    private List<Part> parts(ConceptTree tree, NodeKind kind) {
        Profile profile = tree.profile();
        UUID version = tree.version().id();
        return switch (kind) {
            case SECTION -> {
                Map<UUID, List<String>> figures = numbers.figures(version);
                yield tree.allSections().stream()
                        .map(section -> new Part(
                                section.id(),
                                profile.label(section, tree.trail(section.id()).size() - 1),
                                section.name() + lines(figures, section.id())))
                        .toList();
            }
            case GOAL -> {
                Map<UUID, List<String>> indicators = numbers.indicators(version);
                yield tree.allSectionNodes().stream()
                        .flatMap(node -> node.allGoals().stream())
                        .map(goal ->
                                new Part(goal.id(), profile.label(goal), goal.text() + lines(indicators, goal.id())))
                        .toList();
            }
            case MEASURE -> measures(tree);
            case TEXT -> List.of();
        };
    }

    private List<Part> measures(ConceptTree tree) {
        UUID version = tree.version().id();
        Map<UUID, Detailed> said = concepts.listDetails(version);
        Map<UUID, List<String>> indicators = numbers.indicators(version);
        return tree.allSectionNodes().stream()
                .flatMap(node -> node.own().stream())
                .map(node -> {
                    Measure measure = node.measure();
                    Part part = part(tree.profile(), measure, said.getOrDefault(measure.id(), Detailed.NONE));
                    return new Part(part.id(), part.heading(), part.text() + lines(indicators, part.id()));
                })
                .toList();
    }

    private static String lines(Map<UUID, List<String>> words, UUID id) {
        return words.getOrDefault(id, List.of()).stream().map("\n"::concat).collect(Collectors.joining());
    }

    private Part part(Profile profile, Measure measure, Detailed said) {
        MeasureDetail detail = said.detail();
        String more = line("", measure.description())
                + line("concept.compare.responsible", measure.responsible())
                + line("concept.compare.timeFrame", detail.timeFrame().text())
                + line("concept.compare.costs", Costs.text(detail.costs(), "; "));
        return new Part(measure.id(), profile.label(measure), measure.text() + more);
    }

    private String line(String key, String words) {
        if (words.isEmpty()) {
            return "";
        }
        return "\n" + (key.isEmpty() ? words : texts.text(key, words));
    }
}
