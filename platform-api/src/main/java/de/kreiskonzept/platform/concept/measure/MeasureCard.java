package de.kreiskonzept.platform.concept.measure;

import de.kreiskonzept.model.directory.Organisation;
import de.kreiskonzept.model.measure.Body;
import de.kreiskonzept.platform.concept.detail.Detailed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a measure says besides its words, with the organisations it names.
 *
 * @param bodies in the order of the concept
 */
public record MeasureCard(Detailed said, List<Named> bodies) {
    /**
     * A body of the measure.
     *
     * @param organisation that its name means, null where nobody has said so yet
     */
    public record Named(Body body, @Nullable Organisation organisation) {}
}
