package de.kreiskonzept.model.onboarding;

import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.yaml.YamlFault;
import de.kreiskonzept.model.yaml.YamlPart;
import java.util.ArrayList;
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
        questions.forEach(question -> new References(checklist).check(question));
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

    /** Holds the conditions and proposals of a question against the fields that the checklist has. */
    private record References(Checklist checklist) {
        void check(YamlPart part) {
            Question question = checklist.find(part.text("key")).orElseThrow();
            List<YamlPart> advice = part.list("advice");
            for (int i = 0; i < advice.size(); i++) {
                check(advice.get(i).get("when"), question.advice().get(i).when());
            }
            List<YamlPart> proposes = part.list("proposes");
            for (int i = 0; i < proposes.size(); i++) {
                Proposal proposal = question.proposals().get(i);
                check(proposes.get(i), proposal.when());
                check(proposes.get(i), proposal);
            }
        }

        private void check(YamlPart part, Condition condition) {
            switch (condition) {
                case Condition.Always always -> known(part, always.fields());
                case Condition.All all -> all.conditions().forEach(one -> check(part, one));
                case Condition.Missing missing -> known(part, missing.fields());
                case Condition.Chosen chosen -> {
                    var choice = kind(part, chosen.field(), Field.Choice.class);
                    var options = new ArrayList<>(chosen.options());
                    options.removeAll(
                            choice.options().stream().map(Field.Option::key).toList());
                    if (!options.isEmpty()) {
                        throw part.fault(YamlFault.UNKNOWN_VALUE, options.getFirst());
                    }
                }
                case Condition.Before before -> before.fields().forEach(field -> kind(part, field, Field.Day.class));
                case Condition.ShorterThan shorter ->
                    shorter.fields().forEach(field -> kind(part, field, Field.Day.class));
                case Condition.LessThan less -> kind(part, less.field(), Field.Amount.class);
            }
        }

        private void check(YamlPart part, Proposal proposal) {
            known(part, proposal.fields());
            if (proposal instanceof Proposal.Procedure process) {
                kind(part, process.begin(), Field.Day.class);
            }
        }

        private void known(YamlPart part, List<String> references) {
            references.forEach(reference -> kind(part, reference, Field.class));
        }

        private <F extends Field> F kind(YamlPart part, String reference, Class<F> kind) {
            Field field =
                    checklist.field(reference).orElseThrow(() -> part.fault(YamlFault.UNKNOWN_REFERENCE, reference));
            if (!kind.isInstance(field)) {
                throw part.fault(YamlFault.WRONG_KIND, reference);
            }
            return kind.cast(field);
        }
    }
}
