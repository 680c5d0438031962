package de.kreiskonzept.model.workflow;

import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.measure.Moment;
import de.kreiskonzept.model.yaml.YamlFault;
import de.kreiskonzept.model.yaml.YamlPart;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * A process template as YAML. A step says from and until either as months of the process (1, 2, ...) or, where the template says when it
 * began, as months of the calendar such as 03/2016; without an end it stays open. It waits for others by their numbers (4, or 4.1 for a
 * part), and says true where people from outside take part or a committee decides.
 */
public final class ProcessTemplateYaml {
    private static final int MOST_STEPS = 200;
    private static final int MOST_MONTHS = 999;

    private final @Nullable YearMonth began;

    private ProcessTemplateYaml(@Nullable YearMonth began) {
        this.began = began;
    }

    /**
     * A county's own template.
     *
     * @param key by which processes name it
     * @param yaml source, began, usual and steps, as {@link #text} writes them
     * @throws de.kreiskonzept.model.yaml.Unreadable with line, path and reason of the first fault
     */
    public static ProcessTemplate read(String key, String title, String yaml) {
        return read(YamlPart.read(yaml).allow("source", "began", "usual", "steps"), key, title);
    }

    static ProcessTemplate read(YamlPart part, String key, String title) {
        YearMonth began = part.find("began").map(ProcessTemplateYaml::calendar).orElse(null);
        Integer usual = part.find("usual").map(ProcessTemplateYaml::count).orElse(null);
        List<TemplateStep> steps = new ProcessTemplateYaml(began).steps(part.get("steps"), "");
        if (steps.isEmpty()) {
            throw part.fault(YamlFault.MISSING, "steps");
        }
        var template = new ProcessTemplate(key, title, optional(part, "source", TextLimits.NAME), began, usual, steps);
        if (template.allSteps().size() > MOST_STEPS) {
            throw part.fault(YamlFault.TOO_MUCH, "steps");
        }
        checkReferences(template, part.get("steps").parts());
        return template;
    }

    private List<TemplateStep> steps(YamlPart list, String before) {
        var steps = new ArrayList<TemplateStep>();
        for (YamlPart part : list.parts()) {
            steps.add(step(part, before + (steps.size() + 1)));
        }
        return steps;
    }

    private TemplateStep step(YamlPart part, String number) {
        boolean isPart = number.contains(".");
        part.allow(
                "title",
                "explanation",
                "from",
                "until",
                "participation",
                "responsible",
                "resolution",
                "after",
                "parts");
        Integer from = part.find("from").map(this::month).orElse(null);
        Integer until = part.find("until").map(this::month).orElse(null);
        if (until != null && from != null && until < from) {
            throw part.get("until").fault(YamlFault.UNKNOWN_VALUE, part.text("until"));
        }
        if (isPart && part.find("parts").isPresent()) {
            throw part.get("parts").fault(YamlFault.UNKNOWN_FIELD, "parts");
        }
        return new TemplateStep(
                number,
                limited(part.get("title"), TextLimits.NAME),
                optional(part, "explanation", TextLimits.TEXT),
                from,
                until,
                part.isTrue("participation"),
                optional(part, "responsible", TextLimits.TEXT),
                part.isTrue("resolution"),
                part.texts("after").stream().distinct().toList(),
                part.find("parts").map(parts -> steps(parts, number + ".")).orElse(List.of()));
    }

    private static String optional(YamlPart part, String name, int most) {
        return part.find(name).map(field -> limited(field, most)).orElse("");
    }

    private static String limited(YamlPart field, int most) {
        if (field.text().length() > most || field.text().indexOf('\0') >= 0) {
            throw field.fault(YamlFault.TOO_MUCH, field.name());
        }
        return field.text();
    }

    private int month(YamlPart part) {
        if (began == null) {
            return count(part);
        }
        long month = ChronoUnit.MONTHS.between(began, calendar(part)) + 1;
        if (month < 1 || month > MOST_MONTHS) {
            throw part.fault(YamlFault.UNKNOWN_VALUE, part.text());
        }
        return Math.toIntExact(month);
    }

    private static int count(YamlPart part) {
        if (!part.text().matches("[1-9][0-9]{0,2}")) {
            throw part.fault(YamlFault.NOT_A_NUMBER, part.text());
        }
        return Integer.parseInt(part.text());
    }

    private static YearMonth calendar(YamlPart part) {
        return part.value(text -> Moment.find(text).map(moment -> YearMonth.from(moment.start())));
    }

    private static void checkReferences(ProcessTemplate template, List<YamlPart> parts) {
        Map<String, List<String>> after = new LinkedHashMap<>();
        template.allSteps().forEach(step -> after.put(step.number(), step.after()));
        for (TemplateStep step : template.steps()) {
            YamlPart part = parts.get(Integer.parseInt(step.number()) - 1);
            checkReferences(step, part, after);
            for (int i = 0; i < step.parts().size(); i++) {
                checkReferences(step.parts().get(i), part.list("parts").get(i), after);
            }
        }
    }

    private static void checkReferences(TemplateStep step, YamlPart part, Map<String, List<String>> after) {
        for (YamlPart reference : part.list("after")) {
            if (!after.containsKey(reference.text())) {
                throw reference.fault(YamlFault.UNKNOWN_REFERENCE, reference.text());
            }
            if (StepGate.reaches(reference.text(), step.number(), number -> after.getOrDefault(number, List.of()))) {
                throw reference.fault(YamlFault.CIRCULAR, reference.text());
            }
        }
    }

    /** The YAML text of a template, without its key and title; months are counted from 1. */
    public static String text(ProcessTemplate template) {
        var fields = new LinkedHashMap<String, Object>();
        put(fields, "source", template.source());
        Integer usual = template.usualMonths();
        if (usual != null) {
            fields.put("usual", usual);
        }
        fields.put(
                "steps",
                template.steps().stream().map(ProcessTemplateYaml::fields).toList());
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setSplitLines(false);
        return new Yaml(options).dump(fields);
    }

    private static Map<String, Object> fields(TemplateStep step) {
        var fields = new LinkedHashMap<String, Object>();
        put(fields, "title", step.title());
        put(fields, "explanation", step.explanation());
        Integer from = step.from();
        if (from != null) {
            fields.put("from", from);
        }
        Integer until = step.until();
        if (until != null) {
            fields.put("until", until);
        }
        put(fields, "participation", step.participation());
        put(fields, "responsible", step.responsible());
        put(fields, "resolution", step.resolutionNeeded());
        if (!step.after().isEmpty()) {
            fields.put("after", step.after());
        }
        if (!step.parts().isEmpty()) {
            fields.put(
                    "parts",
                    step.parts().stream().map(ProcessTemplateYaml::fields).toList());
        }
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, boolean flag) {
        if (flag) {
            fields.put(name, true);
        }
    }

    private static void put(Map<String, Object> fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.put(name, text);
        }
    }
}
