package de.kreiskonzept.model.onboarding;

import de.kreiskonzept.model.concept.TextLimits;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Questions in their order, in phases.
 *
 * @param version grows with each change of the text
 * @param source document it follows, in German; may be empty
 * @param phases at least one, all question keys differ
 */
public record Checklist(String key, int version, String title, String source, List<Phase> phases) {
    /** @throws IllegalArgumentException if it has no question */
    public Checklist {
        TextLimits.required(title, TextLimits.NAME, "title");
        phases = List.copyOf(phases);
        if (phases.stream().allMatch(phase -> phase.questions().isEmpty())) {
            throw new IllegalArgumentException("a checklist has questions");
        }
    }

    /**
     * Some questions that belong together in time.
     *
     * @param intro what this phase is for, may be empty
     */
    public record Phase(String key, String title, String intro, List<Question> questions) {
        /** Copies the list. */
        public Phase {
            questions = List.copyOf(questions);
        }

        private Phase with(List<Question> more) {
            return new Phase(
                    key,
                    title,
                    intro,
                    Stream.concat(questions.stream(), more.stream()).toList());
        }
    }

    /**
     * This one with the questions of an earlier version that it has no longer and that are answered: at the end of the phase they stood in,
     * or of the last one where that is gone, too.
     */
    public Checklist keeping(Checklist earlier, Set<String> answered) {
        var kept = phases;
        for (Phase phase : earlier.phases()) {
            List<Question> missing = phase.questions().stream()
                    .filter(question -> answered.contains(question.key())
                            && find(question.key()).isEmpty())
                    .toList();
            kept = missing.isEmpty() ? kept : with(kept, phase.key(), missing);
        }
        return kept.equals(phases) ? this : new Checklist(key, version, title, source, kept);
    }

    private static List<Phase> with(List<Phase> phases, String key, List<Question> more) {
        String place = phases.stream()
                .map(Phase::key)
                .filter(key::equals)
                .findFirst()
                .orElseGet(() -> phases.getLast().key());
        return phases.stream()
                .map(phase -> phase.key().equals(place) ? phase.with(more) : phase)
                .toList();
    }

    /** All questions in their order. */
    public List<Question> questions() {
        return phases.stream().flatMap(phase -> phase.questions().stream()).toList();
    }

    /** The question with this key. */
    public Optional<Question> find(String question) {
        return questions().stream().filter(one -> one.key().equals(question)).findFirst();
    }

    /** Place of a question, from 1; the provider sees no more than this. */
    public int number(Question question) {
        return questions().indexOf(question) + 1;
    }

    /** The field that a reference such as {@code mandate.kind} means. */
    public Optional<Field> field(String reference) {
        int dot = reference.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : find(reference.substring(0, dot)).flatMap(question -> question.find(reference.substring(dot + 1)));
    }
}
