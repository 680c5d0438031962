package de.kreiskonzept.platform.importing.sheet;

import de.kreiskonzept.model.chapter.Chapter;
import de.kreiskonzept.model.chapter.Chapters;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.model.importing.table.OutlineRow;
import de.kreiskonzept.model.importing.table.OutlineRow.Field;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.NodeFields;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.detail.Detailed;
import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import de.kreiskonzept.platform.concept.history.FieldHistory;
import de.kreiskonzept.platform.concept.node.MeasureForm;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Changes many nodes of one version at once, each field with a line in its history, in a fixed number of statements. */
@Singleton
@InWorkspace
public class Rewriting {
    private final Concepts concepts;
    private final Nodes nodes;
    private final FieldHistory history;

    Rewriting(Concepts concepts, Nodes nodes, FieldHistory history) {
        this.concepts = concepts;
        this.nodes = nodes;
        this.history = history;
    }

    /**
     * Writes what a table changes of stored nodes, all of it or nothing.
     *
     * @throws de.kreiskonzept.foundation.web.Refusal 409 where the version is frozen, 412 where a node was changed in between
     */
    public void write(UUID versionId, SheetUpdate update) {
        nodes.editable(versionId);
        nodes.updateAll(update.changed(Section.class));
        nodes.updateAll(update.changed(Goal.class));
        nodes.updateAll(update.changed(Measure.class));
        nodes.updateAll(update.changed(TextBlock.class));
        describe(versionId, update.described());
        concepts.serve(versionId, update.serving(false), update.serving(true));
        concepts.order(versionId, update.order());
    }

    /** Puts the texts of a new version into the chapters that the rows name, where it has them. */
    public void gather(ConceptTree tree, List<OutlineRow> rows) {
        Chapters chapters = concepts.chapters(tree.version().id());
        var moved = new ArrayList<TextBlock>();
        for (OutlineRow row : rows) {
            Optional<UUID> chapter = chapters.titled(row.value(Field.CHAPTER)).map(Chapter::id);
            chapter.flatMap(id -> tree.texts().stream()
                            .filter(text -> text.name().equals(row.value(Field.HEADING))
                                    && text.text().equals(row.value(Field.TEXT)))
                            .filter(text -> !id.equals(text.chapterId()))
                            .map(text -> text.in(id))
                            .findFirst())
                    .ifPresent(moved::add);
        }
        nodes.updateAll(moved);
    }

    private void describe(UUID versionId, Map<UUID, Detailed> after) {
        if (after.isEmpty()) {
            return;
        }
        Map<UUID, Detailed> before = concepts.listDetails(versionId);
        concepts.describe(versionId, after);
        history.changed(nodes.listMeasures(List.copyOf(after.keySet())).stream()
                .map(measure -> new FieldHistory.Changed(
                        new Subject(NodeKind.MEASURE.text(), measure.id()),
                        measure.version(),
                        fields(before.getOrDefault(measure.id(), Detailed.NONE)),
                        fields(after.getOrDefault(measure.id(), Detailed.NONE))))
                .toList());
    }

    private static Map<String, String> fields(Detailed said) {
        return NodeFields.of(MeasureForm.of(said));
    }
}
