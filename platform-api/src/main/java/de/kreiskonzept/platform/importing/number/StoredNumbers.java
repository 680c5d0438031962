package de.kreiskonzept.platform.importing.number;

import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.importing.table.NumberRow;
import de.kreiskonzept.model.importing.table.NumberRow.Column;
import de.kreiskonzept.model.importing.table.NumberRow.Sheet;
import de.kreiskonzept.model.situation.Figure;
import de.kreiskonzept.model.situation.Indicator;
import de.kreiskonzept.model.situation.Reading;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.ConceptTree.MeasureNode;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.situation.IndicatorLine;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The indicators and figures of a stored version as rows of the product's own tables, and the places where new ones may stand. */
final class StoredNumbers {
    private final UUID versionId;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Set<Object>> places = new HashMap<>();

    /**
     * An indicator or figure with its rows.
     *
     * @param values by their periods as in ISO 8601
     * @param node an indicator line or a figure
     */
    record Entry(NumberRow head, Map<String, NumberRow> values, Object node) {
        List<Reading> readings() {
            return switch (node) {
                case IndicatorLine line -> line.readings();
                case Figure figure -> figure.readings();
                default -> List.of();
            };
        }

        List<NumberRow> rows() {
            return Stream.concat(Stream.of(head), values.values().stream()).toList();
        }
    }

    private StoredNumbers(UUID versionId) {
        this.versionId = versionId;
    }

    static StoredNumbers of(ConceptTree tree, List<IndicatorLine> indicators, List<Figure> figures) {
        var stored = new StoredNumbers(tree.version().id());
        tree.allSections().forEach(stored::know);
        tree.allSectionNodes().stream()
                .flatMap(node -> node.allGoals().stream())
                .forEach(stored::know);
        tree.measures().values().stream().map(MeasureNode::measure).forEach(stored::know);
        indicators.forEach(stored::add);
        figures.forEach(figure -> stored.add(figure, tree));
        return stored;
    }

    /** The same with nodes that are about to be added. */
    StoredNumbers with(Concepts.Batch batch) {
        batch.sections().forEach(this::know);
        batch.goals().forEach(this::know);
        batch.measures().forEach(this::know);
        return this;
    }

    private void know(Object node) {
        String words = switch (node) {
            case Section section -> place(section);
            case Goal goal -> (goal.number() + " " + goal.text()).strip();
            case Measure measure -> (measure.number() + " " + measure.text()).strip();
            default -> "";
        };
        places.computeIfAbsent(
                        key(node instanceof Section ? Sheet.FIGURES : Sheet.INDICATORS, words),
                        none -> new LinkedHashSet<>())
                .add(node);
    }

    private static String place(@Nullable Section section) {
        return section == null ? "" : (section.number() + " " + section.name()).strip();
    }

    private static String key(Sheet sheet, String words) {
        return sheet + " " + words.replaceAll("\\s+", " ");
    }

    UUID versionId() {
        return versionId;
    }

    /** The only section, goal or measure of these words; empty where there is none or several. */
    Optional<Object> place(NumberRow row) {
        Set<Object> found = places.getOrDefault(key(row.sheet(), row.value(Column.PLACE)), Set.of());
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private void add(IndicatorLine line) {
        Indicator indicator = line.indicator();
        UUID goal = indicator.goalId();
        String owner = String.valueOf(goal == null ? indicator.measureId() : goal);
        String id = indicator.id().toString();
        add(
                row(Sheet.INDICATORS, NumberCells.of(indicator, line.owner()), id, indicator.version(), owner),
                line.seriesVersion(),
                line);
    }

    private void add(Figure figure, ConceptTree tree) {
        UUID section = figure.sectionId();
        Section owner = tree.allSections().stream()
                .filter(one -> one.id().equals(section))
                .findFirst()
                .orElse(null);
        String id = figure.id().toString();
        String ownerId = section == null ? "" : section.toString();
        add(
                row(Sheet.FIGURES, NumberCells.of(figure, place(owner)), id, figure.version(), ownerId),
                figure.version(),
                figure);
    }

    private void add(NumberRow head, long version, Object node) {
        var entry = new Entry(head, new LinkedHashMap<>(), node);
        for (Reading reading : entry.readings()) {
            String period = reading.period().text();
            entry.values()
                    .put(
                            period,
                            new NumberRow(
                                    0,
                                    head.sheet(),
                                    true,
                                    NumberCells.of(reading),
                                    head.id() + "/" + period,
                                    Long.toString(version),
                                    ""));
        }
        entries.put(head.id(), entry);
    }

    private static NumberRow row(Sheet sheet, Map<Column, String> cells, String id, long version, String owner) {
        return new NumberRow(0, sheet, false, cells, id, Long.toString(version), owner);
    }

    Collection<Entry> all() {
        return entries.values();
    }

    Optional<Entry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** All rows, values behind their indicator or figure. */
    List<NumberRow> rows() {
        return entries.values().stream().flatMap(entry -> entry.rows().stream()).toList();
    }
}
