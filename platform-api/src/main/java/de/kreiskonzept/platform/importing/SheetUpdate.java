package de.kreiskonzept.platform.importing;

import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.importing.table.DetailCells;
import de.kreiskonzept.model.importing.table.OutlineRow;
import de.kreiskonzept.model.importing.table.OutlineRow.Field;
import de.kreiskonzept.model.importing.table.OutlineRows;
import de.kreiskonzept.model.importing.table.RowTree;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.detail.Detailed;
import de.kreiskonzept.platform.importing.StoredRows.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Works out what an exported table that somebody has edited changes in a version. A row with an id is that node: what differs is
 * changed, unless the node has been changed since the export. A row without one is new, unless a node with the same words stands
 * there. What the table no longer has stays.
 */
public final class SheetUpdate {
    /** Lights have a history with people and reasons, and are set where that is written. */
    private static final Set<Field> OF_MONITORING =
            EnumSet.of(Field.LIGHT, Field.REASON, Field.JUSTIFICATION, Field.COUNTED);

    private final StoredRows stored;
    private final Additions additions;
    private final Instant now;
    private final List<Change> changes = new ArrayList<>();
    private final List<Change> stale = new ArrayList<>();
    private final List<Change> kept = new ArrayList<>();
    private final List<OutlineRow> missing = new ArrayList<>();
    private final List<Object> changed = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> named = new HashSet<>();
    private final Map<UUID, Detailed> described = new LinkedHashMap<>();
    private int known;

    /**
     * A cell of the table that differs from what is stored.
     *
     * @param line of the row in the upload
     * @param field head of the column
     * @param before stored words, maybe empty
     * @param after words of the table, maybe empty
     */
    public record Change(int line, String field, String before, String after) {}

    private SheetUpdate(StoredRows stored, Additions additions, Instant now) {
        this.stored = stored;
        this.additions = additions;
        this.now = now;
    }

    /** Compares; writes nothing. */
    static SheetUpdate of(
            ConceptTree tree, Map<UUID, Detailed> details, OutlineRows.Found found, NewNodes added, Instant now) {
        var update = new SheetUpdate(StoredRows.of(tree, details), new Additions(added), now);
        tree.measures().values().forEach(node -> added.know(node.measure()));
        found.rows().stream().map(OutlineRow::id).filter(id -> !id.isEmpty()).forEach(update.named::add);
        RowTree.of(found).forEach(node -> update.take(node, Optional.of(Additions.TOP), ""));
        update.stored.list().stream()
                .filter(row -> !row.id().isEmpty() && !update.seen.contains(row.id()))
                .filter(row -> update.named.add(row.id()))
                .forEach(update.missing::add);
        return update;
    }

    /** Cells that change. */
    public List<Change> changes() {
        return changes;
    }

    /** Cells that stay as they are stored, because the node was changed meanwhile, is gone, or the words are too long. */
    public List<Change> stale() {
        return stale;
    }

    /** Cells about lights, which the table does not change. */
    public List<Change> kept() {
        return kept;
    }

    /** Stored nodes that the table does not have; they stay. */
    public List<OutlineRow> missing() {
        return missing;
    }

    NewNodes added() {
        return additions.nodes();
    }

    /** Changed nodes of one type. */
    <T> List<T> changed(Class<T> type) {
        return changed.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<UUID> changedIds() {
        return changed.stream().map(SheetUpdate::id).toList();
    }

    private static UUID id(Object node) {
        return switch (node) {
            case Section section -> section.id();
            case Goal goal -> goal.id();
            case Measure measure -> measure.id();
            case TextBlock text -> text.id();
            default -> throw new IllegalArgumentException("no node of a concept: " + node.getClass());
        };
    }

    /** What measures say besides their words, where that changes. */
    Map<UUID, Detailed> described() {
        return described;
    }

    TakenOver result(UUID versionId) {
        var batch = added().batch();
        return new TakenOver(
                versionId,
                batch.sections().size(),
                batch.goals().size(),
                batch.measures().size(),
                batch.texts().size(),
                known,
                changed.size(),
                stale.size(),
                missing.size());
    }

    /** @param place of the parent; empty where the parent itself could not be placed */
    private void take(RowTree.Node node, Optional<Additions.Place> place, String parent) {
        OutlineRow row = node.row();
        Optional<Stored> same = row.id().isEmpty()
                ? twin(row, parent)
                : Optional.ofNullable(stored.byId().get(row.id()));
        Optional<Additions.Place> here;
        if (same.isPresent()) {
            seen.add(same.get().row().id());
            compare(row, same.get());
            here = Optional.of(Additions.placeOf(same.get().node()));
        } else if (row.id().isEmpty()
                && place.isPresent()
                && isShortEnough(row)
                && DetailCells.unreadable(row).isEmpty()) {
            here = additions.add(row, place.get(), stored.below(parent).size());
            if (here.isEmpty()) {
                refuse(row);
            }
        } else {
            refuse(row);
            here = Optional.empty();
        }
        String id = same.map(found -> found.row().id()).orElse("-");
        node.children().forEach(child -> take(child, here, id));
    }

    private void refuse(OutlineRow row) {
        stale.add(new Change(row.line(), row.kind().word(), "", row.value(Field.TEXT)));
    }

    /** A node with the same words at the same place, which a row without an id stands for when it comes a second time. */
    private Optional<Stored> twin(OutlineRow row, String parent) {
        return stored.below(parent).stream()
                .filter(other -> other.row().kind() == row.kind()
                        && other.row().value(Field.TEXT).equals(row.value(Field.TEXT))
                        && other.row().value(Field.NUMBER).equals(row.value(Field.NUMBER))
                        && !named.contains(other.row().id())
                        && !seen.contains(other.row().id()))
                .findFirst();
    }

    private void compare(OutlineRow row, Stored node) {
        var differing = new ArrayList<Change>();
        for (Field field : Field.values()) {
            String before = node.row().value(field);
            String after = row.value(field);
            boolean monitored = OF_MONITORING.contains(field);
            if (!before.equals(after) && !(monitored && after.isEmpty())) {
                (monitored ? kept : differing).add(new Change(row.line(), field.word(), before, after));
            }
        }
        boolean sameFamily = node.row().kind().isSection() == row.kind().isSection()
                && node.row().kind().isGoal() == row.kind().isGoal();
        if (node.row().kind() != row.kind()) {
            differing.add(new Change(
                    row.line(),
                    OutlineRow.head().getFirst(),
                    node.row().kind().word(),
                    row.kind().word()));
        }
        boolean fresh = row.id().isEmpty() || row.version().equals(node.row().version());
        if (differing.isEmpty()) {
            known++;
        } else if (fresh && sameFamily && isShortEnough(row) && describe(row, node)) {
            changes.addAll(differing);
            changed.add(changed(row, node.node()));
        } else {
            stale.addAll(differing);
        }
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

    private static boolean isShortEnough(OutlineRow row) {
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
            case TextBlock block -> block.withText(row.value(Field.HEADING), text, now);
            default -> throw new IllegalStateException("no node of a concept: " + node.getClass());
        };
    }
}
