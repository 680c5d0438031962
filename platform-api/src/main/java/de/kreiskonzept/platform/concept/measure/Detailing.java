package de.kreiskonzept.platform.concept.measure;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.detail.DetailStore;
import de.kreiskonzept.platform.concept.detail.Detailed;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Stores what a measure says besides its words. A part of a measure has no parts itself. */
@Singleton
public class Detailing {
    private final DetailStore store;
    private final Nodes nodes;

    Detailing(DetailStore store, Nodes nodes) {
        this.store = store;
        this.nodes = nodes;
    }

    /** What is stored; {@link Detailed#NONE} where nothing is said. */
    public Detailed find(UUID measure) {
        return store.find(measure);
    }

    /**
     * Stores what was checked.
     *
     * @throws Refusal 404 where the whole is not in the same version, 422 where it is a part itself or this one has parts
     */
    public void write(Measure measure, Detailed said) {
        UUID whole = said.partOf();
        if (whole != null) {
            if (!nodes.measure(whole).versionId().equals(measure.versionId())) {
                throw Nodes.missing();
            }
            if (whole.equals(measure.id()) || store.find(whole).partOf() != null || store.hasParts(measure.id())) {
                throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "invalid", "concept.refused.part");
            }
        }
        store.write(measure.versionId(), Map.of(measure.id(), said));
    }

    /** Those of these measures that this one can be a part of; it may be a new one. */
    public List<Measure> wholes(Collection<Measure> measures, UUID measure) {
        Map<UUID, Detailed> said =
                store.listOf(measures.stream().map(Measure::id).toList());
        return store.hasParts(measure)
                ? List.of()
                : measures.stream()
                        .filter(one -> !one.id().equals(measure))
                        .filter(one ->
                                said.getOrDefault(one.id(), Detailed.NONE).partOf() == null)
                        .toList();
    }
}
