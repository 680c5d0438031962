package de.kreiskonzept.model.committee;

import de.kreiskonzept.model.concept.TextLimits;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a rule gives seats for, each of its instances the same number. */
public sealed interface SeatSet {
    /** Committees of one kind that report to the committee of the rule and exist on the day. */
    record Reporting(CommitteeKind kind) implements SeatSet {}

    /**
     * What the county names, such as factions.
     *
     * @param instances not empty, each name once
     */
    record Named(List<NamedInstance> instances) implements SeatSet {
        /** Most instances of a rule. */
        public static final int MOST = 100;

        /** @throws IllegalArgumentException if there is none, there are too many or a name stands twice */
        public Named {
            instances = List.copyOf(instances);
            if (instances.isEmpty() || instances.size() > MOST) {
                throw new IllegalArgumentException("a set has from 1 to %d names".formatted(MOST));
            }
            if (instances.stream().map(NamedInstance::name).distinct().count() != instances.size()) {
                throw new IllegalArgumentException("a name stands twice");
            }
        }
    }

    /** One of a set that the county names itself, and when it exists. */
    record NamedInstance(String name, Period period) {
        /** @throws IllegalArgumentException if the name is blank or too long */
        public NamedInstance {
            TextLimits.required(name, TextLimits.NAME, "name");
        }
    }

    /**
     * One that a rule gives seats for.
     *
     * @param key what a term of office names; empty where the rule has no set
     * @param name as people read it; empty where the rule has no set
     * @param committeeId the committee that it is; null for all others
     */
    record Instance(String key, String name, @Nullable UUID committeeId) {
        /** The only one of a rule without a set. */
        public static final Instance SINGLE = new Instance("", "", null);
    }
}
