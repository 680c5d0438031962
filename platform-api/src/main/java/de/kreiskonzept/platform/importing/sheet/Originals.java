package de.kreiskonzept.platform.importing.sheet;

import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.importing.table.OutlineRow;
import de.kreiskonzept.model.importing.table.RowTree;
import de.kreiskonzept.platform.importing.sheet.StoredRows.Stored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which rows of a table are the node of their id, and which are copies that somebody made to write a new one. A measure may have a row
 * below each goal it serves; everything else has one.
 */
final class Originals {
    private final StoredRows stored;
    private final Map<String, List<Standing>> byId = new HashMap<>();

    private record Standing(OutlineRow row, String parent) {}

    private Originals(StoredRows stored) {
        this.stored = stored;
    }

    static Originals of(StoredRows stored, List<RowTree.Node> nodes) {
        var originals = new Originals(stored);
        nodes.forEach(node -> originals.look(node, ""));
        return originals;
    }

    private void look(RowTree.Node node, String parent) {
        OutlineRow row = node.row();
        Stored known = stored.byId().get(row.id());
        if (known != null) {
            place(new Standing(row, parent), known);
        }
        String id = isCopy(row) || row.id().isEmpty() ? "-" + row.line() : row.id();
        node.children().forEach(child -> look(child, id));
    }

    private void place(Standing one, Stored known) {
        List<Standing> standing = byId.computeIfAbsent(one.row().id(), none -> new ArrayList<>());
        Optional<Standing> rival = standing.stream()
                .filter(other -> other.parent().equals(one.parent()) || !isAtHome(other))
                .filter(other -> isUnchanged(one, known) && !isUnchanged(other, known))
                .findFirst();
        rival.ifPresent(standing::remove);
        if (standing.isEmpty() || mayStandBeside(one, standing, known)) {
            standing.add(one);
        }
    }

    private boolean mayStandBeside(Standing one, List<Standing> standing, Stored known) {
        return known.node() instanceof Measure
                && standing.stream().noneMatch(other -> other.parent().equals(one.parent()))
                && (isAtHome(one)
                        || isUnchanged(one, known)
                        || standing.stream()
                                .anyMatch(other ->
                                        other.row().values().equals(one.row().values())));
    }

    private boolean isAtHome(Standing one) {
        return stored.parents(one.row().id()).contains(one.parent());
    }

    private static boolean isUnchanged(Standing one, Stored known) {
        return one.row().values().equals(known.row().values());
    }

    /** Whether a row has the id of a node that another row is. */
    boolean isCopy(OutlineRow row) {
        List<Standing> standing = byId.get(row.id());
        return standing != null && standing.stream().noneMatch(one -> one.row().equals(row));
    }

    /** The first row that is the node of this id; empty where the table has none. */
    Optional<OutlineRow> first(String id) {
        return byId.getOrDefault(id, List.of()).stream().map(Standing::row).findFirst();
    }

    /** The row that says what a node is to be: of several one that changes something. */
    OutlineRow decisive(OutlineRow row, Stored known) {
        return byId.getOrDefault(row.id(), List.of()).stream()
                .filter(one -> !isUnchanged(one, known))
                .map(Standing::row)
                .findFirst()
                .orElse(row);
    }
}
