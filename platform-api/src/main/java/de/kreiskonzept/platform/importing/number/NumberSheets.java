package de.kreiskonzept.platform.importing.number;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.model.importing.table.NumberRow;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.importing.number.NumberUpdate.FigureChange;
import de.kreiskonzept.platform.importing.number.NumberUpdate.IndicatorChange;
import de.kreiskonzept.platform.situation.Figures;
import de.kreiskonzept.platform.situation.IndicatorLine;
import de.kreiskonzept.platform.situation.Indicators;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Indicators and figures of a version in the product's own workbook. */
@Singleton
@InWorkspace
public class NumberSheets {
    private final Concepts concepts;
    private final Indicators indicators;
    private final Figures figures;
    private final TakenNumbers taken;
    private final Clock clock;

    NumberSheets(Concepts concepts, Indicators indicators, Figures figures, TakenNumbers taken, Clock clock) {
        this.concepts = concepts;
        this.indicators = indicators;
        this.figures = figures;
        this.taken = taken;
        this.clock = clock;
    }

    /** The rows of a version; 404 where there is none. */
    @InWorkspace(readOnly = true)
    public List<NumberRow> rows(UUID versionId) {
        return stored(versionId).rows();
    }

    /**
     * What the rows would change; writes nothing.
     *
     * @param added nodes that come in before the numbers
     */
    @InWorkspace(readOnly = true)
    public NumberUpdate plan(ConceptTree tree, List<NumberRow> rows, Concepts.Batch added) {
        return NumberUpdate.of(stored(tree).with(added), rows, () -> Ids.create(clock));
    }

    /** What the rows would bring into a new version; writes nothing. */
    @InWorkspace(readOnly = true)
    public NumberUpdate plan(UUID versionId, List<NumberRow> rows) {
        List<NumberRow> fresh = rows.stream().map(NumberRow::asNew).toList();
        return NumberUpdate.of(stored(versionId), fresh, () -> Ids.create(clock));
    }

    /**
     * Writes what rows change.
     *
     * @param upload by which it can be taken back; null where nobody will
     */
    public void write(NumberUpdate update, @Nullable UUID upload, SignedIn who) {
        if (upload != null) {
            StoredNumbers stored = update.stored();
            taken.remember(upload, update, stored, clock.instant());
        }
        update.indicators().forEach(change -> write(change, who));
        update.figures().forEach(change -> write(change, who));
    }

    private void write(IndicatorChange change, SignedIn who) {
        IndicatorLine before = change.before();
        if (before == null) {
            indicators.add(change.after(), change.readings(), who);
            return;
        }
        if (change.defines()) {
            indicators.replace(change.after(), who);
        }
        if (change.measures()) {
            indicators.measure(change.after().id(), before.seriesVersion(), change.readings(), who);
        }
    }

    private void write(FigureChange change, SignedIn who) {
        if (change.before() == null) {
            figures.add(change.after(), who);
        } else {
            figures.replace(change.after(), who);
        }
    }

    /** Number of indicators and figures of a take-over that were changed or deleted since. */
    @InWorkspace(readOnly = true)
    public int changedSince(UUID upload) {
        return taken.changedSince(upload);
    }

    /** Makes the indicators and figures of a version again what they were before the take-over. */
    public void takeBack(UUID versionId, UUID upload, SignedIn who) {
        StoredNumbers stored = stored(versionId);
        write(NumberUpdate.back(stored, taken.before(upload), () -> Ids.create(clock)), null, who);
        for (UUID added : taken.added(upload)) {
            boolean counts = stored.find(added.toString())
                    .filter(entry -> entry.node() instanceof IndicatorLine)
                    .isPresent();
            if (counts) {
                indicators.delete(added, 0, who);
            } else {
                figures.delete(added, 0, who);
            }
        }
    }

    private StoredNumbers stored(UUID versionId) {
        return stored(Nodes.found(concepts.findTree(versionId)));
    }

    private StoredNumbers stored(ConceptTree tree) {
        UUID version = tree.version().id();
        return StoredNumbers.of(tree, indicators.list(version), figures.list(version));
    }
}
