package de.kreiskonzept.platform.concept.check;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.chapter.Chapter;
import de.kreiskonzept.model.check.Checks;
import de.kreiskonzept.model.check.Content;
import de.kreiskonzept.model.check.Finding;
import de.kreiskonzept.model.check.Spot;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.structure.PartName;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.ConceptTree.GoalNode;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.book.Chaptering;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Runs the checks on what a version holds; its tree and its chapters are all that is read. */
@Singleton
@InWorkspace(readOnly = true)
public class Review {
    private final Concepts concepts;
    private final Chaptering chaptering;
    private final NotDoubleStore notDoubles;
    private final Texts texts;

    Review(Concepts concepts, Chaptering chaptering, NotDoubleStore notDoubles, Texts texts) {
        this.concepts = concepts;
        this.chaptering = chaptering;
        this.notDoubles = notDoubles;
        this.texts = texts;
    }

    /**
     * What the checks find in a version.
     *
     * @param version empty for the current one
     * @return empty where there is no such version
     */
    public Optional<Reviewed> find(Optional<UUID> version) {
        return version.or(() -> concepts.findCurrentVersion().map(ConceptVersion::id))
                .flatMap(concepts::findTree)
                .map(tree -> {
                    Content content = content(tree, chaptering.listEmpty(tree));
                    List<FindingLine> lines =
                            lines(tree, content, Checks.of(content, Checks.kinds(content, tree.profile())));
                    return new Reviewed(
                            tree,
                            lines.stream()
                                    .filter(line -> line.notDouble() == null)
                                    .toList(),
                            lines.stream()
                                    .filter(line -> line.notDouble() != null)
                                    .toList());
                });
    }

    private static Content content(ConceptTree tree, List<Chapter> emptyChapters) {
        var served = new HashMap<UUID, List<UUID>>();
        tree.allSectionNodes().forEach(section -> section.goals().forEach(goal -> serve(served, goal)));
        return new Content(
                tree.version().id(),
                tree.version().stated(),
                tree.allSections(),
                tree.allSectionNodes().stream()
                        .flatMap(section -> section.allGoals().stream())
                        .toList(),
                tree.allSectionNodes().stream()
                        .flatMap(section -> section.own().stream())
                        .map(ConceptTree.MeasureNode::measure)
                        .toList(),
                served,
                emptyChapters);
    }

    private static void serve(Map<UUID, List<UUID>> served, GoalNode goal) {
        served.put(
                goal.goal().id(),
                goal.measures().stream().map(node -> node.measure().id()).toList());
        goal.goals().forEach(below -> serve(served, below));
    }

    private List<FindingLine> lines(ConceptTree tree, Content content, List<Finding> findings) {
        Map<UUID, String> names = content.sections().stream().collect(Collectors.toMap(Section::id, Section::name));
        List<NotDouble> said = notDoubles.list(content.id());
        return findings.stream()
                .map(finding -> {
                    Spot first = finding.first();
                    return new FindingLine(
                            finding.kind(),
                            finding.spot(),
                            section(finding.spot(), names),
                            detail(tree.profile(), finding, names),
                            path(finding.spot(), tree),
                            first == null ? "" : path(first, tree),
                            first,
                            said.stream()
                                    .filter(one -> one.holds(finding))
                                    .findFirst()
                                    .orElse(null));
                })
                .toList();
    }

    private static String section(Spot spot, Map<UUID, String> names) {
        return spot.section() == null ? "" : names.getOrDefault(spot.section(), "");
    }

    private String detail(Profile profile, Finding finding, Map<UUID, String> names) {
        StatedCounts.Difference difference = finding.difference();
        if (difference != null) {
            PartName counted = switch (difference.counted()) {
                case GOALS -> profile.goals();
                case MEASURES -> profile.measure();
            };
            return texts.text("concept.differs", counted.count(difference.stated()), difference.real());
        }
        Spot first = finding.first();
        return first == null
                ? texts.text("check.detail." + finding.kind().text(), profile.words())
                : texts.text(
                        "check.detail." + finding.kind().text(), first.number(), first.words(), section(first, names));
    }

    private static String path(Spot spot, ConceptTree tree) {
        return switch (spot.place()) {
            case VERSION -> "?version=" + spot.id();
            case SECTION -> "/abschnitte/" + spot.id();
            case GOAL -> "/abschnitte/" + spot.section() + "#ziel-" + spot.id();
            case MEASURE -> "/massnahmen/" + spot.id();
            case CHAPTER -> "/fassung/" + tree.version().id() + "/kapitel#kapitel-" + spot.id();
        };
    }
}
