package de.kreiskonzept.platform.monitoring.stand;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.lineage.Descent;
import de.kreiskonzept.model.monitoring.Tally;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.version.Comparison;
import de.kreiskonzept.platform.monitoring.Ampel;
import de.kreiskonzept.platform.monitoring.Ampel.OfSection;
import de.kreiskonzept.platform.monitoring.stand.StandTrend.Line;
import de.kreiskonzept.platform.monitoring.stand.StandTrend.Point;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Follows the sections of the latest Stand back through all Stände: by id, by lineage, and by name where neither helps. */
@Singleton
@InWorkspace(readOnly = true)
class Trends {
    private final Stands stands;
    private final Comparison comparison;
    private final Texts texts;

    Trends(Stands stands, Comparison comparison, Texts texts) {
        this.stands = stands;
        this.comparison = comparison;
        this.texts = texts;
    }

    /** A Stand added up, with what its sections became. */
    private record Before(Stand stand, Ampel ampel, List<Descent> descents) {}

    /** The trend up to the latest Stand; without lines where there is none. */
    StandTrend get() {
        List<Stand> all = stands.list();
        if (all.isEmpty()) {
            return new StandTrend(List.of());
        }
        Stand latest = all.getFirst();
        List<Before> line = all.reversed().stream()
                .map(one -> new Before(one, stands.get(one.id()).rows().ampel(), descents(latest, one)))
                .toList();
        var lines = new ArrayList<Line>();
        lines.add(new Line(
                "gesamt",
                texts.text("monitoring.total.heading"),
                line.stream()
                        .map(one -> new Point(one.stand(), one.ampel().total().tally()))
                        .toList()));
        for (OfSection section : line.getLast().ampel().sections()) {
            lines.add(new Line(
                    section.id().toString(),
                    (section.number() + " " + section.name()).strip(),
                    line.stream()
                            .flatMap(one -> tally(section, one).map(tally -> new Point(one.stand(), tally)).stream())
                            .toList()));
        }
        return new StandTrend(List.copyOf(lines));
    }

    private List<Descent> descents(Stand latest, Stand earlier) {
        UUID now = latest.versionId();
        UUID then = earlier.versionId();
        return now == null || then == null || now.equals(then)
                ? List.of()
                : comparison.descents(now, then, NodeKind.SECTION);
    }

    private static Optional<Tally> tally(OfSection section, Before before) {
        Set<UUID> ids = new HashSet<>();
        ids.add(section.id());
        before.descents().stream()
                .filter(one -> one.successor().equals(section.id()))
                .forEach(one -> ids.add(one.predecessor()));
        List<OfSection> known = before.ampel().sections().stream()
                .filter(one -> ids.contains(one.id()))
                .toList();
        List<OfSection> found = known.isEmpty()
                ? before.ampel().sections().stream()
                        .filter(one -> one.name().equals(section.name()))
                        .toList()
                : known;
        return found.stream().map(one -> one.figures().tally()).reduce(Tally::add);
    }
}
