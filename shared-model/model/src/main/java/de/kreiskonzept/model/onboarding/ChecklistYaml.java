package de.kreiskonzept.model.onboarding;

import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.yaml.YamlFault;
import de.kreiskonzept.model.yaml.YamlPart;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a checklist. A file that is broken anywhere is refused as a whole, with line, path and reason of the first fault. */
public final class ChecklistYaml {
    private static final int MOST_QUESTIONS = 100;
    private static final int LONGEST_KEY = 40;

    private ChecklistYaml() {}

    /**
     * The checklist in a YAML text.
     *
     * @throws de.kreiskonzept.model.yaml.Unreadable with line, path and reason
     */
    public static Checklist read(String yaml) {
        YamlPart root = YamlPart.read(yaml).allow("key", "version", "title", "source", "phases");
        List<YamlPart> phases = root.get("phases").parts();
        YamlPart.once(phases, "key");
        List<YamlPart> questions = phases.stream()
                .flatMap(phase -> phase.list("questions").stream())
                .toList();
        YamlPart.once(questions, "key");
        if (questions.isEmpty()) {
            throw root.fault(YamlFault.MISSING, "questions");
        }
        if (questions.size() > MOST_QUESTIONS) {
            throw root.fault(YamlFault.TOO_MUCH, "questions");
        }
        var checklist = new Checklist(
                key(root),
                root.number("version"),
                title(root),
                root.textOrNone("source"),
                phases.stream().map(ChecklistYaml::phase).toList());
        questions.forEach(question -> new ChecklistReferences(checklist).check(question));
        return checklist;
    }

    private static Checklist.Phase phase(YamlPart part) {
        part.allow("key", "title", "intro", "questions");
        return new Checklist.Phase(
                key(part),
                title(part),
                part.textOrNone("intro"),
                part.list("questions").stream().map(ChecklistYaml::question).toList());
    }

    private static Question question(YamlPart part) {
        part.allow("key", "title", "why", "fields", "follows", "hints", "evidence", "advice", "proposes");
        YamlPart.once(part.list("fields"), "key");
        YamlPart.once(part.list("advice"), "key");
        Set<EvidenceKind> evidence = part.list("evidence").stream()
                .map(one -> one.value(EvidenceKind::find))
                .collect(Collectors.toSet());
        return new Question(
                key(part),
                title(part),
                part.text("why"),
                part.list("fields").stream().map(FieldYaml::field).toList(),
                part.texts("follows"),
                part.texts("hints"),
                evidence,
                part.list("advice").stream().map(ChecklistYaml::advice).toList(),
                part.list("proposes").stream().map(ProposalYaml::proposal).toList());
    }

    private static Advice advice(YamlPart part) {
        part.allow("key", "when", "text", "remedies");
        return new Advice(
                key(part), ProposalYaml.condition(part.get("when")), part.text("text"), part.texts("remedies"));
    }

    /** A key of small letters, digits and underscores, as it stands in addresses and in the database. */
    static String key(YamlPart part) {
        YamlPart key = part.get("key");
        if (!key.text().matches("[a-z][a-z0-9_]*")) {
            throw key.fault(YamlFault.UNKNOWN_VALUE, key.text());
        }
        if (key.text().length() > LONGEST_KEY) {
            throw key.fault(YamlFault.TOO_MUCH, key.text());
        }
        return key.text();
    }

    private static String title(YamlPart part) {
        YamlPart title = part.get("title");
        if (title.text().length() > TextLimits.NAME) {
            throw title.fault(YamlFault.TOO_MUCH, "title");
        }
        return title.text();
    }
}
