package de.kreiskonzept.platform.situation;

import de.kreiskonzept.model.situation.Indicator;
import de.kreiskonzept.model.situation.Reading;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An indicator with its values and the place it stands at.
 *
 * @param readings by period
 * @param seriesVersion version of the values, for whoever changes them
 * @param owner number and wording of its goal or measure
 * @param sectionId section of that
 * @param section its name
 */
public record IndicatorLine(
        Indicator indicator, List<Reading> readings, long seriesVersion, String owner, UUID sectionId, String section) {
    /** The latest value that was collected; empty where there is none. */
    public Optional<Reading> latest() {
        return readings.reversed().stream()
                .filter(reading -> reading.value() != null)
                .findFirst();
    }

    IndicatorLine with(List<Reading> found) {
        return new IndicatorLine(indicator, found, seriesVersion, owner, sectionId, section);
    }
}
