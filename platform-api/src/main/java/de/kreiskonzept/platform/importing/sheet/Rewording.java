package de.kreiskonzept.platform.importing.sheet;

import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.importing.table.DetailCells;
import de.kreiskonzept.model.importing.table.OutlineRow;
import de.kreiskonzept.model.importing.table.OutlineRow.Field;
import de.kreiskonzept.model.importing.table.RowTree;
import de.kreiskonzept.platform.concept.detail.Detailed;
import de.kreiskonzept.platform.importing.sheet.StoredRows.Stored;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Gives stored nodes the words of their rows. */
final class Rewording {
    /** Lights have a history and a version of their own. */
    private static final Set<Field> OF_MONITORING =
            EnumSet.of(Field.LIGHT, Field.REASON, Field.JUSTIFICATION, Field.COUNTED);

    private final StoredRows stored;
    private final Instant now;
    private final Map<UUID, Detailed> described = new LinkedHashMap<>();

    Rewording(StoredRows stored, Instant now) {
        this.stored = stored;
        this.now = now;
    }

    /** What measures say besides their words, where that changes. */
    Map<UUID, Detailed> described() {
        return described;
    }

    /** Cells of a row that differ from another, those about lights left out. */
    static List<SheetUpdate.Change> differing(OutlineRow row, OutlineRow before) {
        return Stream.of(Field.values())
                .filter(field -> !OF_MONITORING.contains(field))
                .filter(field -> !before.value(field).equals(row.value(field)))
                .map(field -> new SheetUpdate.Change(row.line(), field.word(), before.value(field), row.value(field)))
                .toList();
    }

    /** The node in the words of the row; empty where these are too long or cannot be read. */
    Optional<Object> reword(OutlineRow row, Stored node) {
        return isShortEnough(row) && hasChapter(row, node) && describe(row, node)
                ? Optional.of(changed(row, node.node()))
                : Optional.empty();
    }

    private boolean hasChapter(OutlineRow row, Stored node) {
        String chapter = row.value(Field.CHAPTER);
        return chapter.isEmpty()
                || (node.node() instanceof TextBlock text
                        && text.sectionId() == null
                        && text.goalId() == null
                        && stored.chapter(chapter).isPresent());
    }

    // False where the row says something of a measure that cannot be read.
    private boolean describe(OutlineRow row, Stored node) {
        if (!(node.node() instanceof Measure measure)) {
            return true;
        }
        Detailed before = stored.said(measure.id());
        String whole = row.value(Field.PART_OF);
        boolean sameWhole = whole.equals(node.row().value(Field.PART_OF));
        Optional<UUID> found = whole.isEmpty() ? Optional.empty() : stored.whole(measure.sectionId(), whole);
        boolean isWrong = !sameWhole
                && !whole.isEmpty()
                && found.filter(id -> !id.equals(measure.id())).isEmpty();
        if (isWrong || !DetailCells.unreadable(row).isEmpty()) {
            return false;
        }
        var after = new Detailed(DetailCells.read(row), sameWhole ? before.partOf() : found.orElse(null));
        if (!after.equals(before)) {
            described.put(measure.id(), after);
        }
        return true;
    }

    /** Whether the cells of a row hold no more than there is room for. */
    static boolean isShortEnough(OutlineRow row) {
        int text = row.kind().isSection() ? TextLimits.NAME : TextLimits.TEXT;
        return row.value(Field.TEXT).length() <= text
                && row.value(Field.NUMBER).length() <= TextLimits.NUMBER
                && row.value(Field.HEADING).length() <= TextLimits.NAME
                && row.value(Field.RESPONSIBLE).length() <= TextLimits.BODIES
                && row.value(Field.JUSTIFICATION).length() <= TextLimits.TEXT
                && row.value(Field.DESCRIPTION).length() <= TextLimits.TEXT;
    }

    private Object changed(OutlineRow row, Object node) {
        String number = row.value(Field.NUMBER);
        String text = row.value(Field.TEXT);
        return switch (node) {
            case Section section ->
                section.withHeading(RowTree.sectionKind(row.kind()), number, text, now)
                        .withStated(RowTree.stated(row), now);
            case Goal goal -> goal.withText(RowTree.goalKind(row.kind()), number, text, now);
            case Measure measure ->
                measure.withText(number, text, row.value(Field.DESCRIPTION), row.value(Field.RESPONSIBLE), now);
            case TextBlock block ->
                block.in(stored.chapter(row.value(Field.CHAPTER)).orElse(null))
                        .withText(row.value(Field.HEADING), text, now);
            default -> throw new IllegalStateException("no node of a concept: " + node.getClass());
        };
    }
}
