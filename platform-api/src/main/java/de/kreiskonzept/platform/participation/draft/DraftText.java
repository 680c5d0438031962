package de.kreiskonzept.platform.participation.draft;

import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.model.chapter.Chapter;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.model.participation.Place;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.ConceptTree.GoalNode;
import de.kreiskonzept.platform.concept.ConceptTree.MeasureNode;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A draft as those read it who are invited: chapters with texts, sections and goals, one below the other.
 *
 * @param title of the concept
 * @param label of its version
 */
public record DraftText(String title, String label, List<Part> parts) {
    private static final int TOP = 2;
    private static final int DEEPEST = 6;

    /**
     * Something that a contribution can be about.
     *
     * @param home id of the chapter or section in which it stands; its own for those themselves
     * @param level of its heading, 2 to 6
     * @param kind what the county calls it, for example "Handlungsfeld"; empty for a chapter
     */
    public record Part(Place place, UUID home, int level, String kind, List<TextBlock> texts, List<String> measures) {
        /** Its id. */
        public String id() {
            return Objects.toString(place.id());
        }

        /** Whether it is a goal. */
        public boolean isGoal() {
            return place.goalId() != null;
        }
    }

    /** The draft of a tree with its chapters. */
    static DraftText of(ConceptTree tree, List<Chapter> chapters) {
        var parts = new ArrayList<Part>();
        chapters.forEach(chapter -> {
            List<TextBlock> texts = tree.texts().stream()
                    .filter(text -> chapter.id().equals(text.chapterId()))
                    .toList();
            if (!texts.isEmpty()) {
                parts.add(new Part(
                        Place.chapter(chapter.id(), chapter.title()), chapter.id(), TOP, "", texts, List.of()));
            }
        });
        tree.sections().forEach(node -> add(parts, tree, node, 0));
        return new DraftText(tree.concept().title(), tree.version().label(), List.copyOf(parts));
    }

    private static void add(List<Part> parts, ConceptTree tree, SectionNode node, int depth) {
        Section section = node.section();
        parts.add(new Part(
                Place.section(section.id(), words(section.number(), section.name())),
                section.id(),
                Math.min(DEEPEST, TOP + depth),
                tree.profile().section(section.kind(), depth).singular(),
                node.texts(),
                measures(node.loose())));
        node.goals().forEach(goal -> add(parts, tree, goal, depth));
        node.sections().forEach(below -> add(parts, tree, below, depth + 1));
    }

    private static void add(List<Part> parts, ConceptTree tree, GoalNode node, int depth) {
        Goal goal = node.goal();
        parts.add(new Part(
                Place.goal(goal.id(), words(goal.number(), goal.text())),
                goal.sectionId(),
                Math.min(DEEPEST, TOP + depth + 1),
                tree.profile().goal(goal.kind()).singular(),
                node.texts(),
                measures(node.measures())));
        node.goals().forEach(below -> add(parts, tree, below, depth));
    }

    private static List<String> measures(List<MeasureNode> measures) {
        return measures.stream()
                .map(one -> words(one.measure().number(), one.measure().text()))
                .toList();
    }

    private static String words(String number, String text) {
        return Stream.of(number, text).filter(one -> !one.isEmpty()).reduce("", (a, b) -> (a + " " + b).strip());
    }

    /** The part with this id; empty where the draft holds none. */
    public Optional<Part> find(String id) {
        return parts.stream().filter(part -> part.id().equals(id)).findFirst();
    }

    /** Chapters and sections, to jump to and to filter by. */
    public List<Choice> headings() {
        return parts.stream()
                .filter(part -> !part.isGoal())
                .map(part -> Choice.of(part.id(), part.place().words()))
                .toList();
    }

    /** Id of the chapter or section in which a place stands; empty for the draft as a whole and for what is gone. */
    public String home(Place place) {
        return find(Objects.toString(place.id()))
                .map(part -> part.home().toString())
                .orElse("");
    }

    /** Whether a place is the draft as a whole, or a part that it no longer holds. */
    public boolean isElsewhere(Place place) {
        return find(Objects.toString(place.id())).isEmpty();
    }

    /** In the order of the draft; what is about the whole comes first, what is gone from it last. */
    <T> List<T> inOrder(List<T> list, Function<T, Place> place) {
        return list.stream()
                .sorted(Comparator.comparingInt(one -> position(place.apply(one))))
                .toList();
    }

    private int position(Place place) {
        if (place.words().isEmpty()) {
            return -1;
        }
        int found = parts.stream().map(Part::id).toList().indexOf(Objects.toString(place.id()));
        return found < 0 ? parts.size() : found;
    }
}
