package de.kreiskonzept.platform.concept.node;

import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.chapter.ChapterStore;
import de.kreiskonzept.platform.concept.history.FieldChange;
import de.kreiskonzept.platform.concept.history.HistoryLine;
import de.kreiskonzept.platform.concept.history.Wording;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How fields of nodes and their values are told to people. */
@Singleton
public final class FieldWords {
    private final Texts texts;
    private final Nodes nodes;
    private final ChapterStore chapters;
    private final DateTimeFormatter time;

    FieldWords(Texts texts, Nodes nodes, ChapterStore chapters, Clock clock) {
        this.texts = texts;
        this.nodes = nodes;
        this.chapters = chapters;
        this.time = GermanTime.minute(clock.getZone());
    }

    /** What people call a node. */
    public String name(NodeKind kind, NodeForm form) {
        String name = kind == NodeKind.SECTION || kind == NodeKind.TEXT ? form.name() : form.text();
        return name.isEmpty() ? texts.text("concept.texts.unnamed") : name;
    }

    /** Whether people know this field; what the program keeps for itself has no word. */
    public boolean knows(String field) {
        return field.isEmpty() || texts.has(key(field));
    }

    /** What people call a kind of nodes. */
    String kind(NodeKind kind) {
        return texts.text("concept.kind." + kind.text());
    }

    /** The label of a field. */
    public String label(String field) {
        return texts.text(key(field));
    }

    private String key(String field) {
        return Stream.of("concept.field.", "narrative.field.")
                .map(feature -> feature + field)
                .filter(texts::has)
                .findFirst()
                .orElse("situation.field." + field);
    }

    /** The chapters of a version to choose from. */
    List<Choice> chapters(UUID version) {
        return chapters.find(version).list().stream()
                .map(chapter -> Choice.of(chapter.id().toString(), chapter.title()))
                .toList();
    }

    /** Whether the form of a node has this field. */
    public boolean isInForm(String field) {
        return FormFields.of(NodeForm.empty(NodeKind.MEASURE)).containsKey(field);
    }

    /** A value as people read it: a code as its word, ids of goals as their texts, all else as it is. */
    public String value(String kind, String field, String value) {
        if (field.equals("goals")) {
            return goals(value.lines().toList());
        }
        if (field.equals("partOf")) {
            return nodes.listMeasures(value.lines().map(UUID::fromString).toList()).stream()
                    .map(measure -> (measure.number() + " " + measure.text()).strip())
                    .findFirst()
                    .orElse("");
        }
        if (field.equals("chapterId")) {
            return value.isEmpty()
                    ? ""
                    : chapters.findTitle(UUID.fromString(value)).orElse("");
        }
        if (field.equals("counted")) {
            return texts.text(value.equals("true") ? "concept.yes" : "concept.no");
        }
        return List.of(
                        "concept." + kind + "_" + field + "." + value,
                        "concept." + field + "." + value,
                        "situation." + field + "." + value)
                .stream()
                .filter(key -> value.matches("[a-z_]+") && texts.has(key))
                .findFirst()
                .map(key -> texts.text(key))
                .orElse(value);
    }

    /** Who made a change. */
    public String who(FieldChange change) {
        String name = change.name();
        if (name != null) {
            return name;
        }
        return texts.text(change.accountId() == null ? "history.program" : "history.formerPerson");
    }

    /** Lines of a history as people read them, none of which can be taken into a form. */
    public List<HistoryLine> lines(String kind, List<FieldChange> changes) {
        return changes.stream().map(change -> line(kind, change, "")).toList();
    }

    /** One line of a history as people read it. */
    public HistoryLine line(String kind, FieldChange change, String takeHref) {
        return new HistoryLine(
                change,
                change.field().isEmpty() ? "" : label(change.field()),
                time.format(change.changedAt()),
                who(change),
                Wording.compare(
                        value(kind, change.field(), change.before()), value(kind, change.field(), change.after())),
                takeHref);
    }

    private String goals(List<String> ids) {
        var known = nodes.listGoals(ids.stream().map(UUID::fromString).toList());
        return ids.stream()
                .map(id -> known.stream()
                        .filter(goal -> goal.id().toString().equals(id))
                        .map(goal -> (goal.number() + " " + goal.text()).strip())
                        .findFirst()
                        .orElseGet(() -> texts.text("history.goneGoal")))
                .collect(Collectors.joining("\n"));
    }
}
