package de.kreiskonzept.model.outline;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.measure.Costs;
import de.kreiskonzept.model.measure.MeasureDetail;
import de.kreiskonzept.model.measure.MeasureKind;
import de.kreiskonzept.model.measure.MeasureReach;
import de.kreiskonzept.model.measure.Priority;
import de.kreiskonzept.model.measure.TimeFrame;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads an outline from YAML with the field names of {@link ConceptOutline}. Missing lists and strings are empty, a missing
 * light is grey, a missing {@code counted} is true; unknown fields are refused.
 */
public final class OutlineYaml {
    private OutlineYaml() {}

    /**
     * The outline in a YAML text.
     *
     * @throws Unreadable with the path of the first fault, such as {@code sections[2].goals[0].kind}
     */
    public static ConceptOutline read(String yaml) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Object root = new Yaml(new SafeConstructor(options)).load(yaml);
            return outline(new YamlNode("", root));
        } catch (YAMLException e) {
            throw new Unreadable("", String.valueOf(e.getMessage()), e);
        }
    }

    private static ConceptOutline outline(YamlNode node) {
        node.allow("title", "stated", "texts", "sections");
        return node.guard(() -> new ConceptOutline(
                node.text("title"),
                stated(node),
                node.list("texts", OutlineYaml::text),
                node.list("sections", OutlineYaml::section)));
    }

    private static OutlineSection section(YamlNode node) {
        node.allow("kind", "number", "name", "line", "stated", "texts", "sections", "goals");
        return node.guard(() -> new OutlineSection(
                node.value("kind", SectionKind::of, SectionKind.OTHER),
                node.text("number"),
                node.text("name"),
                node.line(),
                stated(node),
                node.list("texts", OutlineYaml::text),
                node.list("sections", OutlineYaml::section),
                node.list("goals", OutlineYaml::goal)));
    }

    private static OutlineGoal goal(YamlNode node) {
        node.allow("kind", "number", "text", "line", "goals", "measures");
        return node.guard(() -> new OutlineGoal(
                node.value("kind", GoalKind::of, GoalKind.GOAL),
                node.text("number"),
                node.text("text"),
                node.line(),
                node.list("goals", OutlineYaml::goal),
                node.list("measures", OutlineYaml::measure)));
    }

    private static OutlineMeasure measure(YamlNode node) {
        node.allow(
                "number",
                "text",
                "line",
                "counted",
                "light",
                "reason",
                "justification",
                "responsible",
                "description",
                "reach",
                "kind",
                "priority",
                "category",
                "timeFrame",
                "costs",
                "partOf");
        return node.guard(() -> new OutlineMeasure(
                node.text("number"),
                node.text("text"),
                node.line(),
                node.flag("counted"),
                node.value("light", TrafficLight::of, TrafficLight.GREY),
                node.optional("reason", ReasonClass::of),
                node.text("justification"),
                node.text("responsible"),
                node.text("description"),
                detail(node),
                node.text("partOf")));
    }

    private static MeasureDetail detail(YamlNode node) {
        Costs.Read costs = Costs.read(node.text("costs"));
        if (!costs.unreadable().isEmpty()) {
            throw node.child("costs")
                    .fault("names no costs: " + costs.unreadable().getFirst().line());
        }
        return new MeasureDetail(
                node.value("reach", MeasureReach::of, MeasureReach.COUNTY),
                node.optional("kind", MeasureKind::of),
                node.optional("priority", Priority::of),
                node.text("category"),
                TimeFrame.of(node.text("timeFrame")),
                costs.costs());
    }

    private static OutlineText text(YamlNode node) {
        node.allow("name", "text", "line");
        return node.guard(() -> new OutlineText(node.text("name"), node.text("text"), node.line()));
    }

    private static StatedCounts stated(YamlNode parent) {
        YamlNode node = parent.child("stated");
        if (node.value() == null) {
            return StatedCounts.NONE;
        }
        node.allow("goals", "measures");
        return node.guard(() -> new StatedCounts(node.number("goals"), node.number("measures")));
    }

    /** The YAML is no outline; the message begins with the path of the fault. */
    public static final class Unreadable extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Unreadable(String path, String what, @Nullable Throwable cause) {
            super((path.isEmpty() ? "(root)" : path) + ": " + what, cause);
        }
    }
}
