package de.kreiskonzept.platform.importing.sheet;

import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.importing.table.DetailCells;
import de.kreiskonzept.model.importing.table.OutlineRow;
import de.kreiskonzept.model.importing.table.OutlineRow.Field;
import de.kreiskonzept.model.importing.table.OutlineRow.Kind;
import de.kreiskonzept.model.importing.table.OutlineRows;
import de.kreiskonzept.model.importing.table.RowTree;
import de.kreiskonzept.platform.concept.detail.Detailed;
import de.kreiskonzept.platform.importing.number.NumberUpdate;
import de.kreiskonzept.platform.importing.sheet.StoredRows.Stored;
import de.kreiskonzept.platform.importing.taken.NewNodes;
import de.kreiskonzept.platform.monitoring.LightTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Works out what an exported table that somebody has edited changes in a version. A row with an id is that node: what differs is
 * changed, unless the node has been changed since the export. A row without one is new, unless a node with the same words stands
 * there; so is a copy of a row. What the table no longer has stays.
 */
public final class SheetUpdate {
    private final StoredRows stored;
    private final Additions additions;
    private final Moves moves;
    private final Served served;
    private final Order order;
    private final Rewording rewording;
    private final Instant now;
    private final List<Change> changes = new ArrayList<>();
    private final List<Change> stale = new ArrayList<>();
    private final List<Change> kept = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final Map<UUID, Object> changed = new LinkedHashMap<>();
    /** Measures that stand elsewhere. */
    private final Set<UUID> replaced = new HashSet<>();

    private final Set<String> seen = new HashSet<>();
    private final Set<String> named = new HashSet<>();
    private final Originals originals;
    private final List<LightTable.Change> lights = new ArrayList<>();
    private @Nullable OutlineRow heading;
    private @Nullable NumberUpdate numbers;
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

    private SheetUpdate(StoredRows stored, Additions additions, Originals originals, Instant now) {
        this.stored = stored;
        this.originals = originals;
        this.additions = additions;
        this.moves = new Moves(stored, additions, now);
        this.served = new Served(stored);
        this.rewording = new Rewording(stored, now);
        this.now = now;
        this.order = new Order(stored, now);
    }

    /** Compares; writes nothing. Numbers are compared apart, see {@link #with}. */
    public static SheetUpdate of(StoredRows stored, OutlineRows.Found rows, NewNodes added, Instant now) {
        OutlineRows.Found found = stored.inKnownChapters(rows);
        List<RowTree.Node> nodes = RowTree.of(found);
        var update = new SheetUpdate(stored, new Additions(added, stored), Originals.of(stored, nodes), now);
        stored.tree().measures().values().forEach(node -> added.know(node.measure()));
        found.rows().stream().map(OutlineRow::id).filter(id -> !id.isEmpty()).forEach(update.named::add);
        found.rows().stream().filter(row -> row.kind() == Kind.CONCEPT).forEach(update::head);
        nodes.forEach(node -> update.take(node, Optional.of(Place.TOP), ""));
        update.served.moved().forEach(update::serve);
        update.arrange(nodes);
        stored.list().stream()
                .filter(row -> row.kind() != Kind.CONCEPT && !update.seen.contains(row.id()))
                .filter(row -> update.named.add(row.id()))
                .forEach(row -> update.missing.add(stored.name(row.id())));
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

    /** Cells about lights that stay, because a yellow or red light does not say why or a word is unknown. */
    public List<Change> kept() {
        return kept;
    }

    /** Stored nodes, indicators and figures that the tables do not have, in words; they stay. */
    public List<String> missing() {
        return missing;
    }

    /** The same with what the tables of numbers change. */
    public SheetUpdate with(NumberUpdate other) {
        numbers = other;
        changes.addAll(cells(other.changes()));
        stale.addAll(cells(other.stale()));
        missing.addAll(other.missing());
        return this;
    }

    private static List<Change> cells(List<NumberUpdate.Change> cells) {
        return cells.stream()
                .map(cell -> new Change(cell.line(), cell.field(), cell.before(), cell.after()))
                .toList();
    }

    /** What the tables of numbers change; empty where there are none. */
    public Optional<NumberUpdate> numbers() {
        return Optional.ofNullable(numbers);
    }

    /** New nodes. */
    public NewNodes added() {
        return additions.nodes();
    }

    /** Changed nodes of one type. */
    public <T> List<T> changed(Class<T> type) {
        return changed.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Ids of all changed nodes, of measures with another light too. */
    public Set<UUID> changedIds() {
        return changed.keySet();
    }

    /** What measures say besides their words, where that changes. */
    public Map<UUID, Detailed> described() {
        return rewording.described();
    }

    /** Measures with another light. */
    public List<LightTable.Change> lights() {
        return lights;
    }

    /**
     * The goals of measures that are to serve others.
     *
     * @param after false for those they serve now
     */
    public Map<UUID, List<UUID>> serving(boolean after) {
        var goals = new LinkedHashMap<UUID, List<UUID>>();
        changed(Measure.class).stream()
                .map(Measure::id)
                .filter(replaced::contains)
                .filter(served::servesOthers)
                .forEach(measure -> goals.put(measure, after ? served.goals(measure) : stored.goals(measure)));
        return goals;
    }

    /** Another title and other counts of the whole concept; empty where they stay. */
    public Optional<OutlineRow> heading() {
        return Optional.ofNullable(heading);
    }

    /** Nodes, indicators and figures of the tables that are there already in the same words. */
    public int known() {
        return known + numbers().map(NumberUpdate::known).orElse(0);
    }

    private void arrange(List<RowTree.Node> nodes) {
        order.look(nodes, "");
        changes.addAll(order.changes());
        stale.addAll(order.stale());
        order.into(changed);
    }

    /** Measures below goals in another order, by the ids of the goals. */
    public Map<UUID, List<UUID>> order() {
        return order.ofGoals();
    }

    private void head(OutlineRow row) {
        OutlineRow before = stored.list().getFirst();
        List<Change> differing = Rewording.differing(row, before);
        if (row.id().isEmpty() || row.value(Field.TEXT).isEmpty() || differing.isEmpty()) {
            return;
        }
        boolean fresh = row.id().equals(before.id()) && row.version().equals(before.version());
        if (fresh && row.value(Field.TEXT).length() <= TextLimits.NAME) {
            heading = row;
            changes.addAll(differing);
        } else {
            stale.addAll(differing);
        }
    }

    /** @param place of the parent; empty where the parent itself could not be placed */
    private void take(RowTree.Node node, Optional<Place> place, String parent) {
        OutlineRow row = node.row();
        Optional<Stored> same = find(row, parent);
        Optional<Place> here = same.isPresent() ? known(row, same.get(), place) : add(row, place, parent);
        String id = same.map(found -> found.row().id()).orElse("-");
        node.children().forEach(child -> take(child, here, id));
    }

    private Optional<Place> add(OutlineRow row, Optional<Place> place, String parent) {
        boolean unknown = !row.id().isEmpty() && !stored.byId().containsKey(row.id());
        Optional<Place> here = unknown
                        || place.isEmpty()
                        || !Rewording.isShortEnough(row)
                        || !DetailCells.unreadable(row).isEmpty()
                ? Optional.empty()
                : additions.add(row, place.get(), stored.end(parent));
        if (here.isEmpty()) {
            refuse(row);
        }
        return here;
    }

    private void refuse(OutlineRow row) {
        stale.add(new Change(row.line(), row.kind().word(), "", row.value(Field.TEXT)));
    }

    /** The stored node that a row stands for. */
    private Optional<Stored> find(OutlineRow row, String parent) {
        return row.id().isEmpty() || originals.isCopy(row)
                ? twin(row, parent)
                : Optional.ofNullable(stored.byId().get(row.id()));
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

    /** Takes a row for a stored node, and gives the place below it. */
    private Optional<Place> known(OutlineRow row, Stored node, Optional<Place> place) {
        boolean first = seen.add(node.row().id());
        Object now = node.node();
        if (now instanceof Measure measure) {
            place.ifPresent(at -> served.stands(measure.id(), at));
            boolean own = row.id().equals(node.row().id());
            OutlineRow decisive = own ? originals.decisive(row, node) : row;
            if (first) {
                compare(decisive, node, Optional.empty());
                judge(decisive, measure);
            } else if (!row.values().equals(decisive.values())
                    && !row.values().equals(node.row().values())) {
                stale.addAll(Rewording.differing(row, decisive));
            }
            return Optional.empty();
        }
        compare(node.inItsChapter(row), node, place.filter(at -> Moves.isElsewhere(now, at)));
        return Optional.of(placeOf(changed.getOrDefault(id(now), now)));
    }

    private static Place placeOf(Object node) {
        return switch (node) {
            case Section section -> new Place(section.id(), null);
            case Goal goal -> new Place(goal.sectionId(), goal.id());
            default -> Place.TOP;
        };
    }

    /** @param place where the node is to stand; empty where it stays */
    private void compare(OutlineRow row, Stored node, Optional<Place> place) {
        var differing = new ArrayList<>(Rewording.differing(row, node.row()));
        boolean sameFamily = node.row().kind().isSection() == row.kind().isSection()
                && node.row().kind().isGoal() == row.kind().isGoal();
        if (node.row().kind() != row.kind()) {
            differing.add(new Change(
                    row.line(),
                    OutlineRow.head().getFirst(),
                    node.row().kind().word(),
                    row.kind().word()));
        }
        place.ifPresent(at ->
                differing.add(place(row, served.words(stored.parents(node.row().id())), stored.name(at.above()))));
        if (differing.isEmpty()) {
            known++;
            return;
        }
        Optional<Object> after = isFresh(row, node, 0) && sameFamily ? rewording.reword(row, node) : Optional.empty();
        Optional<Object> moved = place.isPresent() ? after.flatMap(one -> moves.moved(one, place.get())) : after;
        moved.ifPresentOrElse(
                one -> {
                    changes.addAll(differing);
                    changed.put(id(one), one);
                },
                () -> stale.addAll(differing));
    }

    private static Change place(OutlineRow row, String before, String after) {
        return new Change(row.line(), OutlineRow.PLACE, before, after);
    }

    /** @param part of the version: 0 of the words, 1 of the light */
    private static boolean isFresh(OutlineRow row, Stored node, int part) {
        String[] version = row.version().split("\\.", -1);
        String[] now = node.row().version().split("\\.", -1);
        return !row.id().equals(node.row().id()) || (part < version.length && version[part].equals(now[part]));
    }

    private void judge(OutlineRow row, Measure measure) {
        var cells = new LightCells(row, stored.light(measure.id()), stored.justification(measure.id()));
        List<Change> differing = cells.differing();
        if (differing.isEmpty()) {
            return;
        }
        Stored node = stored.get(measure.id());
        if (!isFresh(row, node, 1)) {
            stale.addAll(differing);
        } else if (cells.isComplete() && Rewording.isShortEnough(row)) {
            changes.addAll(differing);
            lights.add(cells.change(measure.id()));
            changed.putIfAbsent(measure.id(), measure.withPosition(measure.position(), now));
        } else {
            kept.addAll(differing);
        }
    }

    private void serve(Measure measure) {
        String id = measure.id().toString();
        Stored node = stored.get(measure.id());
        OutlineRow row = originals.first(id).orElse(node.row());
        Change change = place(row, served.words(stored.parents(id)), served.words(measure.id()));
        UUID section = served.home(measure).section();
        if (section == null || !isFresh(row, node, 0)) {
            stale.add(change);
            return;
        }
        changes.add(change);
        replaced.add(measure.id());
        Measure after = changed.getOrDefault(measure.id(), measure) instanceof Measure one ? one : measure;
        boolean stays = section.equals(measure.sectionId());
        int position = stays ? measure.position() : moves.position(new Place(section, null));
        changed.put(measure.id(), after.withSection(section, position, now));
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
}
