package de.kreiskonzept.model.onboarding;

import de.kreiskonzept.model.measure.Moment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a county says to a checklist.
 *
 * @param byQuestion by the key of the question; questions that nobody opened may be missing
 */
public record Answers(Checklist checklist, Map<String, Answer> byQuestion) {
    /** Copies the map. */
    public Answers {
        byQuestion = Map.copyOf(byQuestion);
    }

    /** The answer to a question. */
    public Answer of(Question question) {
        return byQuestion.getOrDefault(question.key(), Answer.unopened(question.key()));
    }

    /** What was entered in the field that a reference such as {@code mandate.kind} means; nothing where its question does not apply. */
    public List<String> values(String reference) {
        int dot = reference.indexOf('.');
        return find(reference)
                .filter(answer -> answer.state() != QuestionState.NOT_APPLICABLE)
                .map(answer -> answer.values(reference.substring(dot + 1)))
                .orElse(List.of());
    }

    /** The date entered in a field, if it is one. */
    public Optional<Moment> date(String reference) {
        return values(reference).stream().findFirst().flatMap(Moment::find);
    }

    /** Whether the question of a field is decided. */
    boolean isDecided(String reference) {
        return find(reference)
                .filter(answer -> answer.state() == QuestionState.DECIDED)
                .isPresent();
    }

    /** The warnings at a question, in the order of the checklist. */
    public List<Advice> advice(Question question) {
        return question.advice().stream()
                .filter(advice -> advice.when().holds(this))
                .toList();
    }

    /** Fields that a decided question needs and that are empty. */
    public List<Field> missing(Question question) {
        Answer answer = of(question);
        return answer.state() != QuestionState.DECIDED
                ? List.of()
                : question.fields().stream()
                        .filter(field ->
                                field.needed() && answer.values(field.key()).isEmpty())
                        .toList();
    }

    private Optional<Answer> find(String reference) {
        int dot = reference.indexOf('.');
        return Optional.ofNullable(byQuestion.get(reference.substring(0, Math.max(dot, 0))));
    }
}
