package de.kreiskonzept.model.monitoring;

import de.kreiskonzept.model.concept.TrafficLight;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What is needed to colour the parts of a concept.
 *
 * @param overrides colours set by people, by the id of a section or goal; of everything together under {@link #WHOLE}
 * @param fixed colours computed at another time, by the same ids, which hold whatever the rule gives now
 */
public record Aggregates(AggregateRule rule, Map<UUID, AggregateOverride> overrides, Map<UUID, TrafficLight> fixed) {
    /** Stands for all measures together. */
    public static final UUID WHOLE = new UUID(0, 0);

    /** The usual rule, and nobody has set anything. */
    public static final Aggregates NONE = new Aggregates(AggregateRule.USUAL, Map.of());

    /** Colours that are computed now. */
    public Aggregates(AggregateRule rule, Map<UUID, AggregateOverride> overrides) {
        this(rule, overrides, Map.of());
    }

    /** The colour of a part with these measures. */
    public Aggregate of(UUID place, Tally tally) {
        TrafficLight known = fixed.get(place);
        return new Aggregate(known == null ? rule.of(tally) : known, overrides.get(place));
    }

    /** The same for a selection, whose measures are others than those of the whole. */
    public Aggregates withoutWhole() {
        return new Aggregates(rule, without(overrides), without(fixed));
    }

    private static <T> Map<UUID, T> without(Map<UUID, T> all) {
        var rest = new HashMap<>(all);
        rest.remove(WHOLE);
        return rest;
    }
}
