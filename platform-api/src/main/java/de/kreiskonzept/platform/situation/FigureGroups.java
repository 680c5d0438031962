package de.kreiskonzept.platform.situation;

import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.situation.Figure;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Figures of a version by the chapter they stand in, in the order of the tree. */
@Singleton
@InWorkspace(readOnly = true)
public class FigureGroups {
    private final Figures figures;
    private final Concepts concepts;

    FigureGroups(Figures figures, Concepts concepts) {
        this.figures = figures;
        this.concepts = concepts;
    }

    /**
     * Figures of one chapter.
     *
     * @param section null for those of the version as a whole
     * @param figures at least one
     */
    public record Group(@Nullable Section section, List<Figure> figures) {}

    /** What a filter lets through. */
    public record Shown(ConceptTree tree, List<Group> groups) {
        /** All figures, chapter by chapter. */
        public List<Figure> figures() {
            return groups.stream().flatMap(group -> group.figures().stream()).toList();
        }
    }

    /** What the filter lets through; empty where there is no such version. */
    public Optional<Shown> find(FigureFilter filter) {
        return Optional.ofNullable(filter.version())
                .or(() -> concepts.findCurrentVersion().map(ConceptVersion::id))
                .flatMap(concepts::findTree)
                .map(tree -> new Shown(tree, groups(tree, filter.section())));
    }

    private List<Group> groups(ConceptTree tree, @Nullable UUID only) {
        List<Figure> all = figures.list(tree.version().id());
        Set<UUID> wanted = only == null
                ? Set.of()
                : tree.findSection(only).stream()
                        .flatMap(FigureGroups::withBelow)
                        .map(node -> node.section().id())
                        .collect(Collectors.toSet());
        Stream<Group> whole = only == null ? Stream.of(group(null, all)) : Stream.empty();
        Stream<Group> sections = tree.allSectionNodes().stream()
                .map(SectionNode::section)
                .filter(section -> only == null || wanted.contains(section.id()))
                .map(section -> group(section, all));
        return Stream.concat(whole, sections)
                .filter(group -> !group.figures().isEmpty())
                .toList();
    }

    private static Group group(@Nullable Section section, List<Figure> all) {
        UUID id = section == null ? null : section.id();
        return new Group(
                section,
                all.stream()
                        .filter(figure -> Objects.equals(figure.sectionId(), id))
                        .toList());
    }

    private static Stream<SectionNode> withBelow(SectionNode node) {
        return Stream.concat(Stream.of(node), node.sections().stream().flatMap(FigureGroups::withBelow));
    }

    /** The sections of a version for a select list, those below others with a dash. */
    public static List<Choice> choices(ConceptTree tree) {
        var choices = new ArrayList<Choice>();
        tree.sections().forEach(section -> add(choices, section, ""));
        return choices;
    }

    private static void add(List<Choice> choices, SectionNode node, String indent) {
        choices.add(Choice.of(
                node.section().id().toString(), indent + node.section().name()));
        node.sections().forEach(child -> add(choices, child, indent + "– "));
    }

    /** The place that an address or form names by ids; refuses what is no id. */
    public static Figures.Place place(String version, String section) {
        return new Figures.Place(id(version), id(section));
    }

    private static @Nullable UUID id(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Nodes.missing();
        }
    }
}
