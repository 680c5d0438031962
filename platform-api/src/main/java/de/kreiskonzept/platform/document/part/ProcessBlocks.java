package de.kreiskonzept.platform.document.part;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.workflow.Step;
import de.kreiskonzept.model.workflow.StepState;
import de.kreiskonzept.platform.document.paper.Block;
import de.kreiskonzept.platform.document.paper.Block.Cell;
import de.kreiskonzept.platform.document.paper.Block.Column;
import de.kreiskonzept.platform.document.paper.Block.Heading;
import de.kreiskonzept.platform.document.paper.Block.Sense;
import de.kreiskonzept.platform.document.paper.Block.Table;
import de.kreiskonzept.platform.workflow.Timeline;
import java.util.List;

/** The steps of a process as a table for paper; a step that was dropped is left out. */
public final class ProcessBlocks {
    private ProcessBlocks() {}

    /** The table under a heading; nothing where there is no step. */
    public static List<Block> of(Timeline timeline, Texts texts) {
        List<List<Cell>> rows = timeline.lines().stream()
                .filter(line -> line.step().state() != StepState.DROPPED)
                .map(line -> List.of(
                        Cell.of(line.number()), Cell.of(line.step().title()), Cell.of(when(line.step(), texts))))
                .toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        String title = texts.text("document.process.name", timeline.process().title());
        var columns = List.of(
                new Column(texts.text("document.process.number"), 10),
                new Column(texts.text("document.process.step"), 60),
                new Column(texts.text("document.process.when"), 30));
        return List.of(new Heading(2, "", title, Sense.of("other")), new Table(title, columns, rows));
    }

    private static String when(Step step, Texts texts) {
        return step.when().isEmpty() ? texts.text("document.process.open") : step.when();
    }
}
