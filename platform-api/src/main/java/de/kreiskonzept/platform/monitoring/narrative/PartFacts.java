package de.kreiskonzept.platform.monitoring.narrative;

import de.kreiskonzept.model.monitoring.MeasureFact;
import de.kreiskonzept.model.monitoring.Movement;
import de.kreiskonzept.model.monitoring.NarrativeProposal;
import de.kreiskonzept.model.monitoring.NarrativeProposal.Facts;
import de.kreiskonzept.platform.monitoring.Ampel;
import de.kreiskonzept.platform.monitoring.Ampel.OfSection;
import de.kreiskonzept.platform.monitoring.stand.StandChanges;
import de.kreiskonzept.platform.monitoring.stand.StandRows;
import de.kreiskonzept.platform.monitoring.stand.StandRows.MeasureLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the rows of a Stand say about all of it and about each top section. */
final class PartFacts {
    private final StandRows rows;
    private final Ampel ampel;
    private final boolean compared;
    private final Map<UUID, Movement> movements = new HashMap<>();
    private final List<MeasureLine> dropped;

    /** @param changes since the Stand before; null where there is none */
    PartFacts(StandRows rows, Ampel ampel, @Nullable StandChanges changes) {
        this.rows = rows;
        this.ampel = ampel;
        compared = changes != null;
        List<StandChanges.Line> lines = changes == null
                ? List.of()
                : changes.sections().stream()
                        .flatMap(section -> section.lines().stream())
                        .toList();
        lines.forEach(line -> movements.put(line.measure().id(), line.movement()));
        dropped = lines.stream()
                .filter(line -> line.movement() == Movement.DROPPED)
                .map(StandChanges.Line::measure)
                .toList();
    }

    NarrativeProposal whole() {
        Set<UUID> shown = ampel.sections().stream()
                .flatMap(OfSection::all)
                .map(OfSection::id)
                .collect(Collectors.toSet());
        return proposal(shown::contains, _ -> true, ampel.total().goals(), true);
    }

    NarrativeProposal of(OfSection section) {
        Set<UUID> ids = section.all().map(OfSection::id).collect(Collectors.toSet());
        return proposal(ids::contains, ids::contains, section.figures().goals(), false);
    }

    private NarrativeProposal proposal(Predicate<UUID> in, Predicate<UUID> was, int goals, boolean brief) {
        List<MeasureFact> facts = rows.measures().stream()
                .filter(one -> in.test(one.sectionId()))
                .map(this::fact)
                .toList();
        int gone =
                (int) dropped.stream().filter(one -> was.test(one.sectionId())).count();
        return NarrativeProposal.of(new Facts(goals, facts, gone, compared, brief));
    }

    private MeasureFact fact(MeasureLine measure) {
        return new MeasureFact(
                measure.text(),
                measure.trafficLight(),
                measure.reasonClass(),
                measure.counted(),
                measure.justification(),
                movements.get(measure.id()));
    }
}
