package de.kreiskonzept.platform.importing.number;

import de.kreiskonzept.model.importing.table.NumberRow;
import de.kreiskonzept.model.importing.table.NumberRow.Column;
import de.kreiskonzept.model.importing.table.NumberRow.Sheet;
import de.kreiskonzept.platform.importing.number.StoredNumbers.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows that are about one indicator or figure, wherever sorting has put them. */
final class NumberBlock {
    private final @Nullable Entry entry;
    private @Nullable NumberRow head;
    private final List<NumberRow> values = new ArrayList<>();
    private final List<NumberRow> lost = new ArrayList<>();

    private NumberBlock(@Nullable Entry entry) {
        this.entry = entry;
    }

    /** What is stored; null for a new one. */
    @Nullable
    Entry entry() {
        return entry;
    }

    /** The row with its words; null where the table has only values of it. */
    @Nullable
    NumberRow head() {
        return head;
    }

    List<NumberRow> values() {
        return values;
    }

    /** Rows that belong to nothing that is stored. */
    List<NumberRow> lost() {
        return lost;
    }

    /** The rows by what they are about, the lost ones in the first block. */
    static List<NumberBlock> of(StoredNumbers stored, List<NumberRow> rows) {
        return new Sorting(stored, rows).blocks();
    }

    private static final class Sorting {
        private final StoredNumbers stored;
        private final Map<String, NumberBlock> blocks = new LinkedHashMap<>();
        private final NumberBlock lost = new NumberBlock(null);
        private final Set<String> seen = new HashSet<>();
        private final Set<String> named = new HashSet<>();
        private @Nullable NumberBlock above;
        private @Nullable Sheet sheet;

        Sorting(StoredNumbers stored, List<NumberRow> rows) {
            this.stored = stored;
            blocks.put("", lost);
            rows.stream().map(NumberRow::ofId).forEach(named::add);
            rows.forEach(this::take);
        }

        List<NumberBlock> blocks() {
            return List.copyOf(blocks.values());
        }

        private void take(NumberRow row) {
            if (row.sheet() != sheet) {
                sheet = row.sheet();
                above = null;
            }
            boolean copy = !row.id().isEmpty() && !seen.add(row.id());
            NumberRow one = copy ? row.asNew() : row;
            if (one.isValue()) {
                value(one);
            } else {
                above = head(one);
            }
        }

        private @Nullable NumberBlock head(NumberRow row) {
            Optional<Entry> same = row.id().isEmpty() ? twin(row) : stored.find(row.id());
            if (same.isEmpty() && !row.id().isEmpty()) {
                lost.lost.add(row);
                return null;
            }
            NumberBlock block = same.map(this::block).orElseGet(() -> fresh(row));
            block.head = row;
            return block;
        }

        private NumberBlock fresh(NumberRow row) {
            var block = new NumberBlock(null);
            blocks.put("line " + row.line(), block);
            return block;
        }

        private NumberBlock block(Entry entry) {
            return blocks.computeIfAbsent(entry.head().id(), none -> new NumberBlock(entry));
        }

        // What a row without an id stands for when it comes a second time.
        private Optional<Entry> twin(NumberRow row) {
            return stored.all().stream()
                    .filter(entry -> entry.head().sheet() == row.sheet()
                            && entry.head().value(Column.NAME).equals(row.value(Column.NAME))
                            && entry.head().value(Column.PLACE).equals(row.value(Column.PLACE))
                            && !named.contains(entry.head().id()))
                    .findFirst();
        }

        private void value(NumberRow row) {
            NumberBlock block = row.id().isEmpty()
                    ? above
                    : stored.find(row.ofId()).map(this::block).orElse(null);
            if (block == null) {
                lost.lost.add(row);
            } else {
                block.values.add(row);
            }
        }
    }
}
