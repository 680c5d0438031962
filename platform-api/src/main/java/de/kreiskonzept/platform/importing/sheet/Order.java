package de.kreiskonzept.platform.importing.sheet;

import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.model.importing.table.OutlineRow;
import de.kreiskonzept.model.importing.table.OutlineRow.Field;
import de.kreiskonzept.model.importing.table.RowTree;
import de.kreiskonzept.platform.importing.sheet.StoredRows.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stored nodes of one kind below the same parent that stand in another order in the table. They share the places they have; what is new
 * or comes from elsewhere stands behind. Where somebody has changed the order since the export, it stays.
 */
final class Order {
    private static final int PLACE = 2;
    private static final int PARENT = 3;
    private static final int SHOWN = 40;

    private final StoredRows stored;
    private final Instant now;
    private final List<Sequence> changed = new ArrayList<>();
    private final List<SheetUpdate.Change> stale = new ArrayList<>();

    /**
     * Siblings in their new order.
     *
     * @param goal that measures serve; null for all else
     */
    private record Sequence(List<Stored> siblings, @Nullable UUID goal, SheetUpdate.Change change) {}

    Order(StoredRows stored, Instant now) {
        this.stored = stored;
        this.now = now;
    }

    /** Holds the rows below a parent against what is stored there. */
    void look(List<RowTree.Node> nodes, String parent) {
        var groups = new LinkedHashMap<Class<?>, List<OutlineRow>>();
        Set<String> below =
                stored.below(parent).stream().map(one -> one.row().id()).collect(Collectors.toSet());
        var seen = new HashSet<String>();
        for (RowTree.Node node : nodes) {
            OutlineRow row = node.row();
            if (below.contains(row.id()) && stoodBelow(row, parent) && seen.add(row.id())) {
                groups.computeIfAbsent(type(row), none -> new ArrayList<>()).add(row);
            }
            if (!row.id().isEmpty()) {
                look(node.children(), row.id());
            }
        }
        groups.values().forEach(rows -> compare(rows, parent));
    }

    private Class<?> type(OutlineRow row) {
        return Optional.ofNullable(stored.byId().get(row.id()))
                .<Class<?>>map(one -> one.node().getClass())
                .orElse(Object.class);
    }

    private static boolean stoodBelow(OutlineRow row, String parent) {
        return part(row, PARENT).filter(StoredRows.tail(parent)::equals).isPresent()
                && part(row, PLACE).filter(place -> place.matches("[0-9]{1,9}")).isPresent();
    }

    private static Optional<String> part(OutlineRow row, int part) {
        String[] parts = row.version().split("\\.", -1);
        return part < parts.length ? Optional.of(parts[part]) : Optional.empty();
    }

    private void compare(List<OutlineRow> rows, String parent) {
        List<String> wanted = rows.stream().map(OutlineRow::id).toList();
        List<Stored> siblings = stored.below(parent).stream()
                .filter(one -> wanted.contains(one.row().id()))
                .toList();
        List<String> there = siblings.stream().map(one -> one.row().id()).toList();
        if (wanted.equals(there)) {
            return;
        }
        var change = new SheetUpdate.Change(rows.getFirst().line(), OutlineRow.ORDER, words(there), words(wanted));
        List<String> exported = rows.stream()
                .sorted(Comparator.comparingInt(
                        row -> Integer.parseInt(part(row, PLACE).orElse("0"))))
                .map(OutlineRow::id)
                .toList();
        if (!exported.equals(there)) {
            stale.add(change);
            return;
        }
        UUID goal = siblings.getFirst().node() instanceof Measure
                ? Optional.ofNullable(stored.byId().get(parent))
                        .map(Stored::node)
                        .filter(Goal.class::isInstance)
                        .map(node -> ((Goal) node).id())
                        .orElse(null)
                : null;
        Map<String, Stored> byId =
                siblings.stream().collect(Collectors.toMap(one -> one.row().id(), one -> one));
        changed.add(new Sequence(wanted.stream().map(byId::get).toList(), goal, change));
    }

    private String words(List<String> ids) {
        return ids.stream()
                .map(stored::row)
                .map(row -> row.value(Field.NUMBER).isEmpty()
                        ? row.value(row.value(Field.HEADING).isEmpty() ? Field.TEXT : Field.HEADING)
                        : row.value(Field.NUMBER))
                .map(words -> words.length() > SHOWN ? words.substring(0, SHOWN) + "…" : words)
                .collect(Collectors.joining("; "));
    }

    List<SheetUpdate.Change> changes() {
        return changed.stream().map(Sequence::change).toList();
    }

    List<SheetUpdate.Change> stale() {
        return stale;
    }

    /** Ids of measures in their new order, by the goal they serve. */
    Map<UUID, List<UUID>> ofGoals() {
        var order = new LinkedHashMap<UUID, List<UUID>>();
        for (Sequence sequence : changed) {
            UUID goal = sequence.goal();
            if (goal != null) {
                order.put(
                        goal,
                        sequence.siblings().stream()
                                .map(one -> UUID.fromString(one.row().id()))
                                .toList());
            }
        }
        return order;
    }

    /** Puts nodes that get another place into the map of those that change; measures below a goal as they are. */
    void into(Map<UUID, Object> nodes) {
        for (Sequence sequence : changed) {
            List<Integer> places = sequence.siblings().stream()
                    .map(one -> StoredRows.position(one.node()))
                    .sorted()
                    .toList();
            for (int i = 0; i < places.size(); i++) {
                Stored one = sequence.siblings().get(i);
                UUID id = UUID.fromString(one.row().id());
                Object node = nodes.getOrDefault(id, one.node());
                int place = sequence.goal() == null ? places.get(i) : StoredRows.position(node);
                if (sequence.goal() != null || place != StoredRows.position(node)) {
                    nodes.put(id, at(node, place));
                }
            }
        }
    }

    private Object at(Object node, int place) {
        return switch (node) {
            case Section section -> section.withParent(section.parentId(), place, now);
            case Goal goal -> goal.withParent(goal.sectionId(), goal.parentId(), place, now);
            case Measure measure -> measure.withPosition(place, now);
            case TextBlock text -> text.withOwner(text.sectionId(), text.goalId(), place, now);
            default -> node;
        };
    }
}
