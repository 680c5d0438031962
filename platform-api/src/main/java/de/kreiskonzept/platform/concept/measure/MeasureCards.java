package de.kreiskonzept.platform.concept.measure;

import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.directory.Organisation;
import de.kreiskonzept.model.measure.Body;
import de.kreiskonzept.model.measure.BodyList;
import de.kreiskonzept.platform.concept.detail.DetailStore;
import de.kreiskonzept.platform.concept.detail.Detailed;
import de.kreiskonzept.platform.concept.measure.MeasureCard.Named;
import de.kreiskonzept.platform.directory.OrganisationStore;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what measures say besides their words, in three statements for any number of them. */
@Singleton
@InWorkspace(readOnly = true)
public class MeasureCards {
    private final DetailStore details;
    private final OrganisationStore organisations;

    MeasureCards(DetailStore details, OrganisationStore organisations) {
        this.details = details;
        this.organisations = organisations;
    }

    /** The profiles of these measures by their ids. */
    public Map<UUID, MeasureCard> list(Collection<Measure> measures) {
        Map<UUID, List<Body>> bodies = measures.stream()
                .collect(Collectors.toMap(
                        Measure::id,
                        measure -> BodyList.of(measure.responsible()).bodies()));
        Map<String, Organisation> known = organisations.listByWords(bodies.values().stream()
                .flatMap(List::stream)
                .map(Body::words)
                .distinct()
                .toList());
        Map<UUID, Detailed> said = details.listOf(bodies.keySet());
        Function<Body, Named> named = body -> new Named(body, known.get(body.words()));
        var profiles = new HashMap<UUID, MeasureCard>();
        bodies.forEach((id, all) -> profiles.put(
                id,
                new MeasureCard(
                        said.getOrDefault(id, Detailed.NONE),
                        all.stream().map(named).toList())));
        return profiles;
    }

    /** The profile of one measure. */
    public MeasureCard get(Measure measure) {
        return Objects.requireNonNull(list(List.of(measure)).get(measure.id()));
    }
}
