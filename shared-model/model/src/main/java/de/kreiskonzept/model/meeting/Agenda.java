package de.kreiskonzept.model.meeting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The items of a meeting as a tree.
 *
 * @param lines in the order in which they are read
 */
public record Agenda(List<Line> lines) {
    /** Most items of one meeting. */
    public static final int MOST = 200;

    /** How deep items may stand: 1, 1.1 and 1.1.1. */
    public static final int DEEPEST = 3;

    /** No item at all. */
    public static final Agenda EMPTY = new Agenda(List.of());

    /**
     * An item in its place.
     *
     * @param number computed, or its own
     * @param depth 1 at the top
     * @param isOpen whether it and all above it are public
     */
    public record Line(AgendaItem item, String number, int depth, boolean isOpen) {}

    /** Keeps the list as it is. */
    public Agenda {
        lines = List.copyOf(lines);
    }

    /** The agenda of these items. */
    public static Agenda of(List<AgendaItem> items) {
        var lines = new ArrayList<Line>();
        add(lines, items, null);
        return new Agenda(lines);
    }

    private static void add(List<Line> lines, List<AgendaItem> items, @Nullable Line above) {
        UUID parent = above == null ? null : above.item().id();
        List<AgendaItem> beside = items.stream()
                .filter(item -> Objects.equals(item.parentId(), parent))
                .sorted(Comparator.comparingInt(AgendaItem::position).thenComparing(AgendaItem::id))
                .toList();
        int count = 0;
        for (AgendaItem item : beside) {
            count++;
            String computed = above == null ? String.valueOf(count) : above.number() + "." + count;
            var line = new Line(
                    item,
                    item.ownNumber().isEmpty() ? computed : item.ownNumber(),
                    above == null ? 1 : above.depth() + 1,
                    item.isPublic() && (above == null || above.isOpen()));
            lines.add(line);
            add(lines, items, line);
        }
    }

    /** The same for those who see public items alone; numbers have no gaps where others stand. */
    public Agenda open() {
        return of(lines.stream().filter(Line::isOpen).map(Line::item).toList());
    }

    /** The same for everybody outside of the county: public items alone, by their places, whatever numbers they have of their own. */
    public Agenda outside() {
        return of(lines.stream()
                .filter(Line::isOpen)
                .map(line -> line.item().withoutNumber())
                .toList());
    }

    /** The item with this id. */
    public Optional<Line> find(@Nullable UUID id) {
        return lines.stream().filter(line -> line.item().id().equals(id)).findFirst();
    }

    /** Items right below this one, or at the top, in their order. */
    public List<AgendaItem> below(@Nullable UUID parent) {
        return lines.stream()
                .map(Line::item)
                .filter(item -> Objects.equals(item.parentId(), parent))
                .toList();
    }

    /** Where an item may be put: what stands high enough and is not part of it. */
    public List<Line> parents(@Nullable UUID item) {
        int height = item == null ? 1 : height(item);
        return lines.stream()
                .filter(line -> line.depth() + height <= DEEPEST)
                .filter(line -> item == null || !isWithin(line, item))
                .toList();
    }

    /** An item and all that stand below it. */
    public List<UUID> within(UUID item) {
        return lines.stream()
                .filter(line -> isWithin(line, item))
                .map(line -> line.item().id())
                .toList();
    }

    private int height(UUID item) {
        return 1 + below(item).stream().mapToInt(one -> height(one.id())).max().orElse(0);
    }

    private boolean isWithin(Line line, UUID item) {
        Optional<Line> up = Optional.of(line);
        while (up.isPresent()) {
            if (up.get().item().id().equals(item)) {
                return true;
            }
            up = find(up.get().item().parentId());
        }
        return false;
    }

    /** Ids of the items beside this one after it went one place up or down; the same order at the end of the row. */
    public List<UUID> moved(AgendaItem item, boolean up) {
        var order = new ArrayList<>(
                below(item.parentId()).stream().map(AgendaItem::id).toList());
        int from = order.indexOf(item.id());
        int to = from + (up ? -1 : 1);
        if (to >= 0 && to < order.size()) {
            Collections.swap(order, from, to);
        }
        return order;
    }
}
