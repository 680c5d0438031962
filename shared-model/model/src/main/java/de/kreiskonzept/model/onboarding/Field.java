package de.kreiskonzept.model.onboarding;

import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.measure.Moment;
import de.kreiskonzept.model.situation.GermanNumber;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One thing that a question asks for. Its values are texts; what they mean, the field says. */
public sealed interface Field {
    /** Most values of a field that takes several. */
    int MOST_VALUES = 100;

    /** Name within its question. */
    String key();

    /** What is asked. */
    String label();

    /** Help below the label; may be empty. */
    String hint();

    /** Whether an answer without it is not complete; that is advice and stands in nobody's way. */
    boolean needed();

    /** What is wrong with these values; none of them is always right. */
    Optional<Fault> fault(List<String> values);

    /** Why values cannot be kept. */
    enum Fault {
        /** One that is not among the options. */
        UNKNOWN_OPTION,
        /** Several where one is asked for, or too many of them. */
        TOO_MANY,
        /** A text beyond its limit. */
        TOO_LONG,
        /** No day, month or year. */
        NO_DATE,
        /** No number. */
        NO_NUMBER;

        /** Key of the German sentence in the message files. */
        public String wordKey() {
            return "onboarding.field." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One of the values that a choice offers.
     *
     * @param advantages what speaks for it, may be empty
     * @param disadvantages what speaks against it, may be empty
     */
    record Option(String key, String label, String hint, List<String> advantages, List<String> disadvantages) {
        /** Copies the lists. */
        public Option {
            advantages = List.copyOf(advantages);
            disadvantages = List.copyOf(disadvantages);
        }
    }

    /**
     * One or several of some options.
     *
     * @param options at least two
     */
    record Choice(String key, String label, String hint, boolean needed, boolean several, List<Option> options)
            implements Field {
        /** Copies the list. */
        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public Optional<Fault> fault(List<String> values) {
            List<String> keys = options.stream().map(Option::key).toList();
            if (!keys.containsAll(values)) {
                return Optional.of(Fault.UNKNOWN_OPTION);
            }
            return values.size() > (several ? options.size() : 1) ? Optional.of(Fault.TOO_MANY) : Optional.empty();
        }

        /** Whether to show advantages and disadvantages side by side. */
        public boolean isWeighed() {
            return options.stream()
                    .anyMatch(option -> !option.advantages().isEmpty()
                            || !option.disadvantages().isEmpty());
        }
    }

    /** Free text. */
    record Words(String key, String label, String hint, boolean needed) implements Field {
        @Override
        public Optional<Fault> fault(List<String> values) {
            return faultOf(values, 1, TextLimits.TEXT);
        }
    }

    /** A day, month or year. */
    record Day(String key, String label, String hint, boolean needed) implements Field {
        @Override
        public Optional<Fault> fault(List<String> values) {
            return faultOf(values, 1, TextLimits.NAME)
                    .or(() ->
                            values.stream().anyMatch(value -> Moment.find(value).isEmpty())
                                    ? Optional.of(Fault.NO_DATE)
                                    : Optional.empty());
        }
    }

    /**
     * A number.
     *
     * @param unit such as "Stunden je Woche"
     */
    record Amount(String key, String label, String hint, boolean needed, String unit) implements Field {
        @Override
        public Optional<Fault> fault(List<String> values) {
            return faultOf(values, 1, TextLimits.NAME)
                    .or(() -> values.stream()
                                    .anyMatch(value -> GermanNumber.find(value).isEmpty())
                            ? Optional.of(Fault.NO_NUMBER)
                            : Optional.empty());
        }
    }

    /** One or several persons, by name. */
    record Persons(String key, String label, String hint, boolean needed, boolean several) implements Field {
        @Override
        public Optional<Fault> fault(List<String> values) {
            return faultOf(values, several ? MOST_VALUES : 1, TextLimits.NAME);
        }
    }

    /** One or several offices, municipalities, associations or groups, by name. */
    record Organisations(String key, String label, String hint, boolean needed, boolean several) implements Field {
        @Override
        public Optional<Fault> fault(List<String> values) {
            return faultOf(values, several ? MOST_VALUES : 1, TextLimits.NAME);
        }
    }

    private static Optional<Fault> faultOf(List<String> values, int most, int length) {
        if (values.size() > most) {
            return Optional.of(Fault.TOO_MANY);
        }
        return values.stream().anyMatch(value -> value.length() > length || value.indexOf('\0') >= 0)
                ? Optional.of(Fault.TOO_LONG)
                : Optional.empty();
    }
}
