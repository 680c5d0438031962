package de.kreiskonzept.platform.concept.node;

import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.structure.Part;
import de.kreiskonzept.model.structure.PartName;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.ConceptTree.GoalNode;
import de.kreiskonzept.platform.concept.ConceptTree.MeasureNode;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.concept.NodeKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the profile of a version does for the form of a node: names, kinds to choose from, and what a new node begins with.
 *
 * @param ground place of a new node; for a section that is there the section itself
 * @param isNew whether the node is not there yet
 */
record ByProfile(ConceptTree tree, Editing.Ground ground, boolean isNew) {
    /**
     * The form of a new node: its kind, the next number of its level and, for a text, its name. All of it may be changed.
     *
     * @param query kind (art) or name (name) that a link asks for
     */
    NodeForm begin(NodeKind kind, Map<String, String> query) {
        String wanted = FieldChecks.field(query, "art");
        return switch (kind) {
            case SECTION -> {
                PartName name = wanted(wanted, profile().sectionsAt(depth()))
                        .orElse(profile().section(SectionKind.OTHER, depth()));
                List<String> beside = sectionsBeside().stream()
                        .map(SectionNode::section)
                        .filter(section -> Part.of(section.kind()) == name.part())
                        .map(Section::number)
                        .toList();
                yield form(name.part(), name.numbering().next(above(), beside));
            }
            case GOAL -> {
                Goal goal = ground.goal();
                List<PartName> usual =
                        goal == null ? profile().topGoals() : profile().goalsBelow(goal.kind());
                PartName name = wanted(wanted, usual).orElse(profile().goal(GoalKind.SUB_GOAL));
                List<String> beside = goalsBeside().stream()
                        .map(GoalNode::goal)
                        .filter(one -> Part.of(one.kind()) == name.part())
                        .map(Goal::number)
                        .toList();
                yield form(name.part(), name.numbering().next(above(), beside));
            }
            case MEASURE -> {
                List<String> beside =
                        measuresBeside().map(one -> one.measure().number()).toList();
                yield form(Part.MEASURE, profile().measure().numbering().next(above(), beside));
            }
            case TEXT ->
                NodeForm.of(Map.of(
                        "name", FieldChecks.field(query, "name"), "chapterId", FieldChecks.field(query, "kapitel")));
        };
    }

    /** The kinds that a section or goal may be: those that the profile names, other sections always, and the one it is. */
    List<Choice> kinds(NodeKind kind, String now) {
        List<String> named = profile().levels().stream()
                .flatMap(level -> level.names().stream())
                .map(name -> name.part().text())
                .toList();
        return switch (kind) {
            case SECTION ->
                Arrays.stream(SectionKind.values())
                        .filter(one -> one == SectionKind.OTHER
                                || named.contains(one.text())
                                || (one == SectionKind.FIELD_AND_THEME && namesBoth(named))
                                || one.text().equals(now))
                        .map(one -> Choice.of(
                                one.text(), profile().section(one, depth()).singular()))
                        .toList();
            case GOAL ->
                Arrays.stream(GoalKind.values())
                        .filter(one -> named.contains(one.text()) || one.text().equals(now))
                        .map(one -> Choice.of(one.text(), profile().goal(one).singular()))
                        .toList();
            case MEASURE, TEXT -> List.of();
        };
    }

    private static boolean namesBoth(List<String> named) {
        return named.containsAll(List.of(Part.FIELD_OF_ACTION.text(), Part.CROSS_CUTTING_THEME.text()));
    }

    /** What the node is called. */
    String name(NodeKind kind, String now, FieldWords words) {
        return switch (kind) {
            case SECTION, GOAL ->
                kinds(kind, now).stream()
                        .filter(choice -> choice.value().equals(now))
                        .map(Choice::label)
                        .findFirst()
                        .orElse(words.label("kind"));
            case MEASURE -> profile().measure().singular();
            case TEXT -> words.kind(kind);
        };
    }

    /** Sections from the top down to the place. */
    List<Section> trail() {
        Section section = ground.section();
        return section == null ? List.of() : tree.trail(section.id());
    }

    private Profile profile() {
        return tree.profile();
    }

    private int depth() {
        int above = trail().size();
        return isNew ? above : Math.max(0, above - 1);
    }

    private String above() {
        Goal goal = ground.goal();
        Section section = ground.section();
        if (goal != null) {
            return goal.number();
        }
        return section == null ? "" : section.number();
    }

    private List<SectionNode> sectionsBeside() {
        return here().map(SectionNode::sections).orElse(tree.sections());
    }

    private List<GoalNode> goalsBeside() {
        Goal goal = ground.goal();
        return goal == null
                ? here().map(SectionNode::goals).orElse(List.of())
                : below(goal).map(GoalNode::goals).orElse(List.of());
    }

    private Stream<MeasureNode> measuresBeside() {
        Goal goal = ground.goal();
        return goal == null
                ? here().stream().flatMap(node -> node.loose().stream())
                : below(goal).stream().flatMap(node -> node.measures().stream());
    }

    private Optional<SectionNode> here() {
        Section section = ground.section();
        return section == null ? Optional.empty() : tree.findSection(section.id());
    }

    private Optional<GoalNode> below(Goal goal) {
        return here().stream()
                .flatMap(node -> node.goals().stream())
                .flatMap(ByProfile::all)
                .filter(node -> node.goal().id().equals(goal.id()))
                .findFirst();
    }

    private static Stream<GoalNode> all(GoalNode node) {
        return Stream.concat(Stream.of(node), node.goals().stream().flatMap(ByProfile::all));
    }

    private static Optional<PartName> wanted(String wanted, List<PartName> usual) {
        return usual.stream()
                .filter(name -> name.part().text().equals(wanted))
                .findFirst()
                .or(() -> usual.stream().findFirst());
    }

    private static NodeForm form(Part part, String number) {
        return NodeForm.of(Map.of("kind", part.text(), "number", number));
    }
}
