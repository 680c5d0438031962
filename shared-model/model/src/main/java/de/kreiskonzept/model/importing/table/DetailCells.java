package de.kreiskonzept.model.importing.table;

import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.importing.table.OutlineRow.Field;
import de.kreiskonzept.model.measure.Cost;
import de.kreiskonzept.model.measure.Costs;
import de.kreiskonzept.model.measure.MeasureDetail;
import de.kreiskonzept.model.measure.MeasureKind;
import de.kreiskonzept.model.measure.MeasureReach;
import de.kreiskonzept.model.measure.Priority;
import de.kreiskonzept.model.measure.TimeFrame;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a measure says besides its words, as cells of the product's own table. */
public final class DetailCells {
    private static final Map<MeasureReach, String> REACHES = new EnumMap<>(Map.of(
            MeasureReach.COUNTY, "Kreisebene",
            MeasureReach.MUNICIPAL, "Idee für Gemeinden",
            MeasureReach.BEST_PRACTICE, "Gutes Beispiel"));
    private static final Map<MeasureKind, String> KINDS = new EnumMap<>(Map.of(
            MeasureKind.DO, "umsetzen",
            MeasureKind.EXAMINE, "prüfen",
            MeasureKind.PERMANENT_TASK, "Daueraufgabe",
            MeasureKind.PROJECT, "Projekt"));
    private static final Map<Priority, String> PRIORITIES =
            new EnumMap<>(Map.of(Priority.HIGH, "hoch", Priority.MEDIUM, "mittel", Priority.LOW, "niedrig"));

    private DetailCells() {}

    /** Words of a reach in the table. */
    public static String word(MeasureReach reach) {
        return REACHES.getOrDefault(reach, "");
    }

    /** Words of a kind in the table; empty for none. */
    public static String word(@Nullable MeasureKind kind) {
        return kind == null ? "" : KINDS.getOrDefault(kind, "");
    }

    /** Words of a priority in the table; empty for none. */
    public static String word(@Nullable Priority priority) {
        return priority == null ? "" : PRIORITIES.getOrDefault(priority, "");
    }

    /** The fields of a row; a measure at the level of the county does not say so. */
    public static Map<Field, String> of(MeasureDetail detail) {
        var values = new EnumMap<Field, String>(Field.class);
        values.put(Field.PERIOD, detail.timeFrame().text());
        values.put(Field.REACH, detail.reach() == MeasureReach.COUNTY ? "" : word(detail.reach()));
        values.put(Field.MEASURE_KIND, word(detail.kind()));
        values.put(Field.PRIORITY, word(detail.priority()));
        values.put(Field.CATEGORY, detail.category());
        values.put(Field.COSTS, Costs.text(detail.costs(), "; "));
        return values;
    }

    /** What a row says; cells that {@link #unreadable} names say nothing. */
    public static MeasureDetail read(OutlineRow row) {
        String category = row.value(Field.CATEGORY);
        String period = row.value(Field.PERIOD);
        List<Cost> costs = Costs.read(row.value(Field.COSTS)).costs();
        return new MeasureDetail(
                find(REACHES, row.value(Field.REACH)).orElse(MeasureReach.COUNTY),
                find(KINDS, row.value(Field.MEASURE_KIND)).orElse(null),
                find(PRIORITIES, row.value(Field.PRIORITY)).orElse(null),
                category.length() <= MeasureDetail.CATEGORY ? category : "",
                TimeFrame.of(period.length() <= TextLimits.NAME ? period : ""),
                costs.size() <= MeasureDetail.MOST_COSTS ? costs : List.of());
    }

    /** Fields of a row whose words are none of those to choose from, name no costs or are too long. */
    public static List<Field> unreadable(OutlineRow row) {
        Costs.Read costs = Costs.read(row.value(Field.COSTS));
        var wrong = new EnumMap<Field, Boolean>(Field.class);
        wrong.put(Field.PERIOD, row.value(Field.PERIOD).length() > TextLimits.NAME);
        wrong.put(Field.REACH, isUnknown(REACHES, row.value(Field.REACH)));
        wrong.put(Field.MEASURE_KIND, isUnknown(KINDS, row.value(Field.MEASURE_KIND)));
        wrong.put(Field.PRIORITY, isUnknown(PRIORITIES, row.value(Field.PRIORITY)));
        wrong.put(Field.CATEGORY, row.value(Field.CATEGORY).length() > MeasureDetail.CATEGORY);
        wrong.put(Field.COSTS, !costs.unreadable().isEmpty() || costs.costs().size() > MeasureDetail.MOST_COSTS);
        return wrong.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static <T> boolean isUnknown(Map<T, String> words, String word) {
        return !word.isEmpty() && find(words, word).isEmpty();
    }

    /** Priority of its words; empty where they are unknown. */
    static Optional<Priority> priority(String word) {
        return find(PRIORITIES, word.strip());
    }

    private static <T> Optional<T> find(Map<T, String> words, String word) {
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().equalsIgnoreCase(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
