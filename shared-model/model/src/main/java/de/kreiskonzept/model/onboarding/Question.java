package de.kreiskonzept.model.onboarding;

import de.kreiskonzept.model.concept.TextLimits;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question of a checklist.
 *
 * @param why why it matters
 * @param fields what is asked, in order; may be empty where only the state counts
 * @param follows what follows from an answer, one sentence each
 * @param hints advice that holds for everybody
 * @param evidence what may be put beside the answer as a proof
 * @param advice warnings that some answers bring
 * @param proposals what the answer would create
 */
public record Question(
        String key,
        String title,
        String why,
        List<Field> fields,
        List<String> follows,
        List<String> hints,
        Set<EvidenceKind> evidence,
        List<Advice> advice,
        List<Proposal> proposals) {
    /** Copies the lists. */
    public Question {
        TextLimits.required(title, TextLimits.NAME, "title");
        fields = List.copyOf(fields);
        follows = List.copyOf(follows);
        hints = List.copyOf(hints);
        evidence = Set.copyOf(evidence);
        advice = List.copyOf(advice);
        proposals = List.copyOf(proposals);
    }

    /** The field with this key. */
    public Optional<Field> find(String field) {
        return fields.stream().filter(one -> one.key().equals(field)).findFirst();
    }
}
