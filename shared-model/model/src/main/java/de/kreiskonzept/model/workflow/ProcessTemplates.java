package de.kreiskonzept.model.workflow;

import de.kreiskonzept.model.measure.Moment;
import de.kreiskonzept.model.yaml.YamlFault;
import de.kreiskonzept.model.yaml.YamlPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads process templates. A step says from and until either as months of the process (1, 2, ...) or, where the template says when it
 * began, as months of the calendar such as 03/2016; without an end it stays open.
 */
public final class ProcessTemplates {
    private static final String RESOURCE = "processes.yml";
    private static final List<ProcessTemplate> SHIPPED = load();

    private ProcessTemplates() {}

    /** The templates that are shipped. */
    public static List<ProcessTemplate> shipped() {
        return SHIPPED;
    }

    /** The shipped template with this key. */
    public static Optional<ProcessTemplate> find(String key) {
        return SHIPPED.stream().filter(template -> template.key().equals(key)).findFirst();
    }

    /**
     * The templates in a YAML text.
     *
     * @throws de.kreiskonzept.model.yaml.Unreadable with line, path and reason
     */
    public static List<ProcessTemplate> read(String yaml) {
        List<YamlPart> parts =
                YamlPart.read(yaml).allow("templates").get("templates").parts();
        YamlPart.once(parts, "key");
        return parts.stream().map(ProcessTemplates::template).toList();
    }

    private static ProcessTemplate template(YamlPart part) {
        part.allow("key", "title", "source", "began", "steps");
        YearMonth began = part.find("began").map(ProcessTemplates::calendar).orElse(null);
        var steps = new ArrayList<TemplateStep>();
        for (YamlPart step : part.get("steps").parts()) {
            steps.add(step(step, steps.size() + 1, began));
        }
        if (steps.isEmpty()) {
            throw part.fault(YamlFault.MISSING, "steps");
        }
        return new ProcessTemplate(part.text("key"), part.text("title"), part.textOrNone("source"), began, steps);
    }

    private static TemplateStep step(YamlPart part, int number, @Nullable YearMonth began) {
        part.allow("title", "explanation", "from", "until");
        int from = month(part.get("from"), began);
        Integer until = part.find("until").map(end -> month(end, began)).orElse(null);
        if (until != null && until < from) {
            throw part.get("until").fault(YamlFault.UNKNOWN_VALUE, part.text("until"));
        }
        return new TemplateStep(number, part.text("title"), part.textOrNone("explanation"), from, until);
    }

    private static int month(YamlPart part, @Nullable YearMonth began) {
        if (began != null) {
            long month = ChronoUnit.MONTHS.between(began, calendar(part)) + 1;
            if (month < 1) {
                throw part.fault(YamlFault.UNKNOWN_VALUE, part.text());
            }
            return Math.toIntExact(month);
        }
        if (!part.text().matches("[1-9][0-9]{0,2}")) {
            throw part.fault(YamlFault.NOT_A_NUMBER, part.text());
        }
        return Integer.parseInt(part.text());
    }

    private static YearMonth calendar(YamlPart part) {
        return part.value(text -> Moment.find(text).map(moment -> YearMonth.from(moment.start())));
    }

    private static List<ProcessTemplate> load() {
        try (InputStream in = ProcessTemplates.class.getResourceAsStream(RESOURCE)) {
            return read(new String(Objects.requireNonNull(in, RESOURCE).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
