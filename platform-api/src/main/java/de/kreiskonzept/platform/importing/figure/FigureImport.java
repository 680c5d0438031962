package de.kreiskonzept.platform.importing.figure;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.situation.ChartKind;
import de.kreiskonzept.model.situation.Figure;
import de.kreiskonzept.model.situation.Period;
import de.kreiskonzept.model.situation.Reading;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.importing.figure.FigureTable.Fault;
import de.kreiskonzept.platform.importing.figure.FigureTable.Found;
import de.kreiskonzept.platform.situation.Figures;
import de.kreiskonzept.platform.situation.Figures.Place;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a table would do to the figures of a version, and does it in one transaction; the same table twice changes nothing. */
@Singleton
@InWorkspace
public class FigureImport {
    private final Figures figures;
    private final Concepts concepts;
    private final AuditTrail audit;
    private final Clock clock;

    FigureImport(Figures figures, Concepts concepts, AuditTrail audit, Clock clock) {
        this.figures = figures;
        this.concepts = concepts;
        this.audit = audit;
        this.clock = clock;
    }

    /** What becomes of a figure. */
    public enum Effect {
        /** It is not there yet. */
        ADDED,
        /** It gets other values. */
        CHANGED,
        /** It says already what the table says. */
        SAME;

        /** The word in keys of messages. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A figure after the take-over.
     *
     * @param section name of its chapter; empty for the version as a whole
     * @param values number of values of the table
     */
    public record Planned(Figure figure, Effect effect, String section, int values) {}

    /** What a table would do; with faults nothing is taken over. */
    public record Plan(List<Planned> figures, List<Fault> faults) {}

    /** Reads the table and holds it against the version. */
    @InWorkspace(readOnly = true)
    public Plan plan(String content, Place place, SignedIn who) {
        UUID version = figures.requireCreate(place, who);
        FigureTable table = FigureTable.read(content);
        ConceptTree tree = Nodes.found(concepts.findTree(version));
        List<Figure> stored = figures.list(version);
        var faults = new ArrayList<>(table.faults());
        var planned = new ArrayList<Planned>();
        int position = stored.size();
        for (Found found : table.figures()) {
            Optional<Section> section = chapter(found, place, tree);
            if (section.isEmpty() && !found.chapter().isEmpty()) {
                faults.add(new Fault(found.row(), "chapter", found.chapter()));
            } else {
                planned.add(planned(found, section.orElse(null), stored, new Ground(version, position++)));
            }
        }
        return new Plan(List.copyOf(planned), List.copyOf(faults));
    }

    /** Takes the table over; refuses it as a whole where it has faults. */
    public Plan takeOver(String content, Place place, SignedIn who) {
        Plan plan = plan(content, place, who);
        if (!plan.faults().isEmpty() || plan.figures().isEmpty()) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "invalid", "importing.figures.refused");
        }
        if (plan.figures().stream().anyMatch(planned -> planned.effect() != Effect.SAME)) {
            audit.recordAsOne(
                    new Actor(who.accountId(), who.name()),
                    "figures.imported",
                    plan.figures().getFirst().figure().versionId().toString(),
                    "",
                    () -> plan.figures().forEach(planned -> store(planned, who)));
        }
        return plan;
    }

    private void store(Planned planned, SignedIn who) {
        switch (planned.effect()) {
            case ADDED -> figures.add(planned.figure(), who);
            case CHANGED -> figures.replace(planned.figure(), who);
            case SAME -> {
                // Nothing changes, so nothing is written.
            }
        }
    }

    private record Ground(UUID version, int position) {}

    private static Optional<Section> chapter(Found found, Place place, ConceptTree tree) {
        Stream<Section> all = tree.allSections().stream();
        return found.chapter().isEmpty()
                ? all.filter(section -> section.id().equals(place.section())).findFirst()
                : all.filter(section -> section.name().equalsIgnoreCase(found.chapter()))
                        .findFirst();
    }

    private Planned planned(Found found, @Nullable Section section, List<Figure> stored, Ground ground) {
        UUID id = section == null ? null : section.id();
        String name = section == null ? "" : section.name();
        int values = found.readings().size();
        Optional<Figure> old = stored.stream()
                .filter(figure ->
                        Objects.equals(figure.sectionId(), id) && figure.name().equalsIgnoreCase(found.name()))
                .findFirst();
        if (old.isEmpty()) {
            var fresh = new Figure(
                    Ids.create(clock),
                    ground.version(),
                    id,
                    ground.position(),
                    found.name(),
                    found.unit(),
                    "",
                    ChartKind.BAR,
                    found.readings(),
                    0);
            return new Planned(fresh, Effect.ADDED, name, values);
        }
        Figure merged = merged(old.get(), found);
        return new Planned(merged, merged.equals(old.get()) ? Effect.SAME : Effect.CHANGED, name, values);
    }

    // What the table says of a period holds; periods it does not name stay.
    private static Figure merged(Figure old, Found found) {
        Map<Period, Reading> readings = new TreeMap<>();
        old.readings().forEach(reading -> readings.put(reading.period(), reading));
        found.readings()
                .forEach(reading ->
                        readings.merge(reading.period(), reading, (was, is) -> same(was, is, old) ? was : is));
        return new Figure(
                old.id(),
                old.versionId(),
                old.sectionId(),
                old.position(),
                old.name(),
                found.unit().isEmpty() ? old.unit() : found.unit(),
                old.source(),
                old.chart(),
                List.copyOf(readings.values()),
                old.version());
    }

    // An export names the source of the figure at each value that names none of its own.
    private static boolean same(Reading was, Reading is, Figure old) {
        String source = was.source().isEmpty() ? old.source() : was.source();
        boolean sameSource = is.source().isEmpty() || is.source().equals(source);
        return sameSource
                && was.missing().equals(is.missing())
                && was.breakNote().equals(is.breakNote())
                && sameValue(was, is);
    }

    private static boolean sameValue(Reading was, Reading is) {
        BigDecimal before = was.value();
        BigDecimal after = is.value();
        if (before == null || after == null) {
            return before == null && after == null;
        }
        return before.compareTo(after) == 0;
    }
}
