package de.kreiskonzept.model.onboarding;

import de.kreiskonzept.model.yaml.YamlFault;
import de.kreiskonzept.model.yaml.YamlPart;
import java.util.ArrayList;
import java.util.List;

/** Holds the conditions and proposals of a question against the fields that the checklist has. */
record ChecklistReferences(Checklist checklist) {
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
            case Condition.ShorterThan shorter -> shorter.fields().forEach(field -> kind(part, field, Field.Day.class));
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
        Field field = checklist.field(reference).orElseThrow(() -> part.fault(YamlFault.UNKNOWN_REFERENCE, reference));
        if (!kind.isInstance(field)) {
            throw part.fault(YamlFault.WRONG_KIND, reference);
        }
        return kind.cast(field);
    }
}
