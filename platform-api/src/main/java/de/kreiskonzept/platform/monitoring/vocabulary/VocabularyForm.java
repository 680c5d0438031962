package de.kreiskonzept.platform.monitoring.vocabulary;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.Status;
import de.kreiskonzept.model.monitoring.StatusVocabulary;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A vocabulary as people type it: numbered lines, of which those without a name are nothing.
 *
 * @param lines in the order of the page
 */
public record VocabularyForm(List<Line> lines) {
    private static final int SPARE = 3;

    /**
     * One line.
     *
     * @param place where it is to stand, as a number
     */
    public record Line(String place, String name, String light, String scope, String legend) {
        boolean isEmpty() {
            return name.isEmpty();
        }

        private StatusLine status() {
            return new StatusLine(name, light, scope, legend);
        }

        private int order() {
            return Integer.parseInt(place);
        }
    }

    static VocabularyForm of(List<StatusLine> statuses) {
        var lines = new ArrayList<Line>();
        for (StatusLine one : statuses) {
            lines.add(new Line(String.valueOf(lines.size() + 1), one.name(), one.light(), one.scope(), one.legend()));
        }
        return new VocabularyForm(lines).withSpareLines();
    }

    static VocabularyForm of(Map<String, ?> fields) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < StatusVocabulary.MOST + SPARE && fields.containsKey("name-" + i); i++) {
            lines.add(new Line(
                    FieldChecks.field(fields, "place-" + i),
                    FieldChecks.field(fields, "name-" + i),
                    FieldChecks.field(fields, "light-" + i),
                    FieldChecks.field(fields, "scope-" + i),
                    FieldChecks.field(fields, "legend-" + i)));
        }
        return new VocabularyForm(lines);
    }

    private VocabularyForm withSpareLines() {
        var all = new ArrayList<>(lines);
        for (int i = 0; i < SPARE; i++) {
            all.add(new Line(
                    String.valueOf(all.size() + 1), "", TrafficLight.GREEN.text(), Status.Scope.ALL.text(), ""));
        }
        return new VocabularyForm(all);
    }

    /** What is wrong, in the order of the page. */
    FormErrors errors(Texts texts) {
        FormErrors errors = FormErrors.none();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (!line.isEmpty()) {
                errors = errors(errors, i, line, texts);
            }
        }
        if (!errors.isEmpty()) {
            return errors;
        }
        return checked()
                .fault()
                .map(fault -> FormErrors.none()
                        .with("", texts.text("vocabulary.fault." + fault.name().toLowerCase(Locale.ROOT))))
                .orElse(errors);
    }

    private static FormErrors errors(FormErrors before, int i, Line line, Texts texts) {
        FormErrors errors = before;
        if (!line.place().matches("[0-9]{1,3}")) {
            errors = errors.with("place-" + i, texts.text("vocabulary.fault.place"));
        }
        if (line.name().length() > Status.NAME || line.name().indexOf('\0') >= 0) {
            errors = errors.with("name-" + i, texts.text("vocabulary.fault.name", Status.NAME));
        }
        if (Arrays.stream(TrafficLight.values()).noneMatch(light -> light.text().equals(line.light()))
                || Status.Scope.find(line.scope()).isEmpty()) {
            errors = errors.with("light-" + i, texts.text("vocabulary.fault.light"));
        }
        return line.legend().length() <= Status.LEGEND && line.legend().indexOf('\0') < 0
                ? errors
                : errors.with("legend-" + i, texts.text("vocabulary.fault.legend", Status.LEGEND));
    }

    /** The vocabulary, once each line is checked. */
    StatusVocabulary checked() {
        return StatusLine.vocabulary(lines.stream()
                .filter(line -> !line.isEmpty())
                .sorted(Comparator.comparingInt(Line::order))
                .map(Line::status)
                .toList());
    }
}
