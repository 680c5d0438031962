package de.kreiskonzept.model.onboarding;

import de.kreiskonzept.model.measure.Moment;
import de.kreiskonzept.model.situation.GermanNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** When a warning or a proposal holds. What is not known makes no condition true, except that something is missing. */
public sealed interface Condition {
    /** Whether it holds for these answers. */
    boolean holds(Answers answers);

    /** References to the fields it looks at. */
    List<String> fields();

    /** Holds always. */
    record Always() implements Condition {
        @Override
        public boolean holds(Answers answers) {
            return true;
        }

        @Override
        public List<String> fields() {
            return List.of();
        }
    }

    /** One of these options is chosen. */
    record Chosen(String field, Set<String> options) implements Condition {
        /** Copies the set. */
        public Chosen {
            options = Set.copyOf(options);
        }

        @Override
        public boolean holds(Answers answers) {
            return answers.values(field).stream().anyMatch(options::contains);
        }

        @Override
        public List<String> fields() {
            return List.of(field);
        }
    }

    /** The question is decided, but this field of it is empty. */
    record Missing(String field) implements Condition {
        @Override
        public boolean holds(Answers answers) {
            return answers.isDecided(field) && answers.values(field).isEmpty();
        }

        @Override
        public List<String> fields() {
            return List.of(field);
        }
    }

    /** A date lies before another one; both are taken by their last day. */
    record Before(String field, String other) implements Condition {
        @Override
        public boolean holds(Answers answers) {
            return both(answers, field, other, (one, two) -> one.end().isBefore(two.end()));
        }

        @Override
        public List<String> fields() {
            return List.of(field, other);
        }
    }

    /** From the first day of a date to the last day of another one there are fewer whole months. */
    record ShorterThan(String from, String until, int months) implements Condition {
        @Override
        public boolean holds(Answers answers) {
            return both(answers, from, until, (begin, end) -> begin.isShortOf(months, end));
        }

        @Override
        public List<String> fields() {
            return List.of(from, until);
        }
    }

    /** A number is smaller. */
    record LessThan(String field, int number) implements Condition {
        @Override
        public boolean holds(Answers answers) {
            return answers.values(field).stream()
                    .flatMap(value -> GermanNumber.find(value).stream())
                    .anyMatch(value -> value.compareTo(BigDecimal.valueOf(number)) < 0);
        }

        @Override
        public List<String> fields() {
            return List.of(field);
        }
    }

    /** All of them hold. */
    record All(List<Condition> conditions) implements Condition {
        /** Copies the list. */
        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(Answers answers) {
            return conditions.stream().allMatch(condition -> condition.holds(answers));
        }

        @Override
        public List<String> fields() {
            return conditions.stream()
                    .flatMap(condition -> condition.fields().stream())
                    .toList();
        }
    }

    private static boolean both(Answers answers, String one, String two, BiPredicate<Moment, Moment> test) {
        Optional<Moment> first = answers.date(one);
        Optional<Moment> second = answers.date(two);
        return first.isPresent() && second.isPresent() && test.test(first.get(), second.get());
    }
}
