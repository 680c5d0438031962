package de.kreiskonzept.platform.concept.detail;

import de.kreiskonzept.model.measure.MeasureDetail;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one stored measure says besides its words.
 *
 * @param partOf measure of the same version that it is a part of (2a of 2), null where it is none
 */
public record Detailed(MeasureDetail detail, @Nullable UUID partOf) {
    /** Nothing is said. */
    public static final Detailed NONE = new Detailed(MeasureDetail.NONE, null);
}
