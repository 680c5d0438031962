package de.kreiskonzept.platform.situation;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.model.situation.Figure;
import de.kreiskonzept.model.situation.Indicator;
import de.kreiskonzept.platform.concept.version.Revised;
import io.micronaut.context.event.ApplicationEventListener;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes indicators and figures of a version over into its revision, in the same transaction; the series of indicators go on. */
@Singleton
class Carrying implements ApplicationEventListener<Revised> {
    private final IndicatorStore indicators;
    private final FigureStore figures;
    private final Clock clock;

    Carrying(IndicatorStore indicators, FigureStore figures, Clock clock) {
        this.indicators = indicators;
        this.figures = figures;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(Revised revised) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        indicators.list(revised.base()).stream()
                .map(line -> copy(line.indicator(), revised))
                .forEach(copy -> indicators.insert(copy, now));
        figures.list(revised.base()).stream()
                .map(figure -> copy(figure, revised))
                .forEach(copy -> figures.insert(copy, now));
    }

    private Figure copy(Figure old, Revised revised) {
        return new Figure(
                Ids.create(clock),
                revised.draft(),
                part(old.sectionId(), revised),
                old.position(),
                old.name(),
                old.unit(),
                old.source(),
                old.chart(),
                old.readings(),
                0);
    }

    private Indicator copy(Indicator old, Revised revised) {
        return new Indicator(
                Ids.create(clock),
                revised.draft(),
                old.seriesId(),
                part(old.goalId(), revised),
                part(old.measureId(), revised),
                old.position(),
                old.name(),
                old.unit(),
                old.definition(),
                old.source(),
                old.baseline(),
                old.target(),
                0);
    }

    private static @Nullable UUID part(@Nullable UUID old, Revised revised) {
        return old == null ? null : revised.parts().get(old);
    }
}
