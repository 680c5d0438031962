package de.kreiskonzept.model.onboarding;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How far the questions are.
 *
 * @param done decided or not applicable
 * @param total at least 1
 * @param next the next best step; empty when all is done
 */
public record Progress(int done, int total, Optional<Question> next) {
    /** @throws IllegalArgumentException if more is done than there is, or the next step does not fit to that */
    public Progress {
        if (done < 0 || total < 1 || done > total || (done == total) != next.isEmpty()) {
            throw new IllegalArgumentException("%d of %d with the next step %s".formatted(done, total, next));
        }
    }

    /**
     * Looks at some questions, at least one. The next best step is what is overdue, longest first; then the first question that is not
     * put off; then the first one that is.
     */
    public static Progress of(List<Question> questions, Answers answers, LocalDate today) {
        List<Question> open = questions.stream()
                .filter(question -> !answers.of(question).state().isDone())
                .toList();
        Optional<Question> overdue = open.stream()
                .filter(question -> answers.of(question).isOverdue(today))
                .min(Comparator.comparing(
                        question -> Objects.requireNonNull(answers.of(question).due())));
        Optional<Question> next = overdue.or(() -> open.stream()
                        .filter(question -> answers.of(question).state() != QuestionState.NOT_YET)
                        .findFirst())
                .or(() -> open.stream().findFirst());
        return new Progress(questions.size() - open.size(), questions.size(), next);
    }

    /** Whole per cent, rounded down, so that 100 means all. */
    public int percent() {
        return done * 100 / total;
    }

    /** Whether nothing is left to do. */
    public boolean isFinished() {
        return done == total;
    }
}
