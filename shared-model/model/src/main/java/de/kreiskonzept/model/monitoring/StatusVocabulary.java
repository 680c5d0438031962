package de.kreiskonzept.model.monitoring;

import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.measure.MeasureKind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a county calls the states of its measures, in its order.
 *
 * @param statuses empty where it says nothing but the words of the colours
 */
public record StatusVocabulary(List<Status> statuses) {
    /** The words of the colours. */
    public static final StatusVocabulary USUAL = new StatusVocabulary(List.of());

    /** Most states. */
    public static final int MOST = 20;

    /** What is wrong with a vocabulary. */
    public enum Fault {
        /** Two states have one name. */
        SAME_NAME,
        /** Some measures could not get every colour. */
        COLOUR_MISSING,
        /** More than {@link #MOST} states. */
        TOO_MANY
    }

    /** A vocabulary whose states nobody changes any more. */
    public StatusVocabulary {
        statuses = List.copyOf(statuses);
    }

    /** What is wrong; empty where every measure can get every colour and no name means two things. */
    public Optional<Fault> fault() {
        if (statuses.size() > MOST) {
            return Optional.of(Fault.TOO_MANY);
        }
        var names = new HashSet<String>();
        if (!statuses.stream().allMatch(one -> names.add(one.name().toLowerCase(Locale.GERMAN)))) {
            return Optional.of(Fault.SAME_NAME);
        }
        boolean whole = isUsual()
                || Stream.of(MeasureKind.values())
                        .allMatch(kind -> Stream.of(TrafficLight.values())
                                .allMatch(light -> offered(kind).stream().anyMatch(one -> one.light() == light)));
        return whole ? Optional.empty() : Optional.of(Fault.COLOUR_MISSING);
    }

    /** Whether the county says nothing but the words of the colours. */
    public boolean isUsual() {
        return statuses.isEmpty();
    }

    /**
     * What may be chosen for a measure of this kind, in the order of the county.
     *
     * @param kind null where the concept does not say
     */
    public List<Status> offered(@Nullable MeasureKind kind) {
        return statuses.stream().filter(one -> one.suits(kind)).toList();
    }

    /** The state of this name, however it is written large or small; empty where there is none. */
    public Optional<Status> find(String name) {
        return statuses.stream()
                .filter(one -> one.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /** The states that stand for a light. */
    public List<Status> of(TrafficLight light) {
        return statuses.stream().filter(one -> one.light() == light).toList();
    }
}
