package de.kreiskonzept.model.importing.table;

import de.kreiskonzept.model.concept.TrafficLight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the columns of the tables mean and which light a status stands for.
 *
 * @param columns by the name of the column, in the order of the file
 * @param lights by the words of the status in lower case, in the order of the file
 */
public record Mapping(Map<String, Meaning> columns, Map<String, TrafficLight> lights) {
    /** Distinct status words beyond which a column is no status. */
    public static final int MOST_STATUSES = 40;

    private static final Map<String, TrafficLight> STATUS_WORDS = words();

    /** Copies the maps. */
    public Mapping {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        lights = Collections.unmodifiableMap(new LinkedHashMap<>(lights));
    }

    private static Map<String, TrafficLight> words() {
        var words = new LinkedHashMap<String, TrafficLight>();
        List.of(
                        "nicht umgesetzt",
                        "nicht weiter",
                        "nicht realisiert",
                        "nicht begonnen",
                        "noch nicht",
                        "verworfen",
                        "rot",
                        "gestrichen",
                        "abgelehnt",
                        "entfällt")
                .forEach(word -> words.put(word, TrafficLight.RED));
        List.of("nicht bewertet", "unbewertet", "keine angabe", "offen", "unbekannt", "grau")
                .forEach(word -> words.put(word, TrafficLight.GREY));
        List.of(
                        "in umsetzung",
                        "in arbeit",
                        "in planung",
                        "in bearbeitung",
                        "teilweise",
                        "laufend",
                        "läuft",
                        "geplant",
                        "begonnen",
                        "gelb",
                        "in überarbeitung")
                .forEach(word -> words.put(word, TrafficLight.YELLOW));
        List.of(
                        "umgesetzt",
                        "abgeschlossen",
                        "erledigt",
                        "erreicht",
                        "fertig",
                        "stattgefunden",
                        "grün",
                        "realisiert",
                        "erfüllt")
                .forEach(word -> words.put(word, TrafficLight.GREEN));
        return words;
    }

    /** The mapping that the words of the file suggest. */
    public static Mapping proposed(List<TablePart> parts) {
        var columns = new LinkedHashMap<String, Meaning>();
        for (TablePart part : parts) {
            if (part instanceof TablePart.Sheet sheet) {
                Head.of(sheet)
                        .columns()
                        .forEach(column -> columns.computeIfAbsent(
                                column.name(), name -> Meaning.of(name).orElse(Meaning.NOTHING)));
            }
        }
        return new Mapping(columns, Map.of()).withStatuses(parts);
    }

    /** The same columns with other meanings; status words follow the columns that now hold them. */
    public Mapping with(Map<String, Meaning> meanings, List<TablePart> parts) {
        return meaning(meanings).withStatuses(parts);
    }

    /** The same columns with other meanings, and the same status words. */
    public Mapping meaning(Map<String, Meaning> meanings) {
        var changed = new LinkedHashMap<>(columns);
        changed.replaceAll((name, meaning) -> meanings.getOrDefault(name, meaning));
        return new Mapping(changed, lights);
    }

    /** The same mapping with other lights for its status words. */
    public Mapping withLights(Map<String, TrafficLight> others) {
        var changed = new LinkedHashMap<>(lights);
        changed.replaceAll((word, light) -> others.getOrDefault(word, light));
        return new Mapping(columns, changed);
    }

    /** Whether the tables hold anything that can be taken over. */
    public boolean isUsable() {
        return columns.values().stream().anyMatch(Meaning::isLevel);
    }

    private Mapping withStatuses(List<TablePart> parts) {
        var found = new LinkedHashMap<String, TrafficLight>();
        for (TablePart part : parts) {
            if (part instanceof TablePart.Sheet sheet) {
                Head head = Head.of(sheet);
                head.columns().stream()
                        .filter(column -> columns.get(column.name()) == Meaning.LIGHT)
                        .forEach(column -> sheet.rows().stream()
                                .skip(head.row() + 1L)
                                .flatMap(row -> row.find(column.index()).stream())
                                .map(cell -> status(cell.text()))
                                .takeWhile(word -> found.size() < MOST_STATUSES)
                                .forEach(word -> found.putIfAbsent(
                                        word,
                                        lights.getOrDefault(word, light(word).orElse(TrafficLight.GREY)))));
            }
        }
        return new Mapping(columns, found);
    }

    /** Words of a status as they are compared. */
    static String status(String words) {
        return words.toLowerCase(Locale.GERMAN).replaceAll("\\s+", " ").strip();
    }

    /** Light that the words of a status suggest; empty where they are unknown. */
    static Optional<TrafficLight> light(String status) {
        return STATUS_WORDS.entrySet().stream()
                .filter(entry -> status.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The first words of each column, for people who decide what it means. */
    public Map<String, List<String>> examples(List<TablePart> parts, int most) {
        var examples = new LinkedHashMap<String, List<String>>();
        columns.keySet().forEach(name -> examples.put(name, new ArrayList<>()));
        for (TablePart part : parts) {
            if (part instanceof TablePart.Sheet sheet) {
                Head head = Head.of(sheet);
                head.columns().forEach(column -> {
                    List<String> words = examples.getOrDefault(column.name(), new ArrayList<>());
                    sheet.rows().stream()
                            .skip(head.row() + 1L)
                            .flatMap(row -> row.find(column.index()).stream())
                            .map(TableCell::text)
                            .distinct()
                            .limit(Math.max(0, most - words.size()))
                            .forEach(words::add);
                });
            }
        }
        return examples;
    }

    /** The mapping as text, a line for each column and status. */
    public String text() {
        var text = new StringBuilder();
        columns.forEach((name, meaning) ->
                text.append(meaning.text()).append('\t').append(name).append('\n'));
        lights.forEach((word, light) ->
                text.append(light.text()).append('\t').append(word).append('\n'));
        return text.toString();
    }

    /** The mapping in a text that {@link #text()} has written. */
    public static Mapping of(String text) {
        var columns = new LinkedHashMap<String, Meaning>();
        var lights = new LinkedHashMap<String, TrafficLight>();
        text.lines().forEach(line -> {
            String[] fields = line.split("\t", 2);
            Meaning.find(fields[0])
                    .ifPresentOrElse(
                            meaning -> columns.put(fields[1], meaning),
                            () -> lights.put(fields[1], TrafficLight.of(fields[0])));
        });
        return new Mapping(columns, lights);
    }
}
