package de.kreiskonzept.platform.monitoring.reply;

import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.measure.MeasureKind;
import de.kreiskonzept.model.monitoring.CurrentLight;
import de.kreiskonzept.model.monitoring.ReplyState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question to a body about one measure, with its answer.
 *
 * @param body name of the body
 * @param section name of the section of the measure
 * @param number display text of the measure, maybe empty
 * @param kind of the measure; null where the concept does not say
 * @param now what holds for the measure
 * @param light of the answer; null where there is none yet, likewise the time
 * @param status name under which the light of the answer was given; empty for the word of the colour
 * @param reason of the answer; null unless its light is red and has one
 * @param words of the answer, maybe empty
 * @param nothingNew whether the body said only that nothing has changed
 * @param author name of the account that answered for the body; empty where the body did itself
 * @param question what the lead asks back; empty where not asked
 */
public record Reply(
        UUID id,
        UUID askedId,
        UUID roundId,
        String body,
        UUID measureId,
        String section,
        String number,
        String text,
        @Nullable MeasureKind kind,
        CurrentLight now,
        ReplyState state,
        @Nullable TrafficLight light,
        String status,
        @Nullable ReasonClass reason,
        String words,
        boolean nothingNew,
        String author,
        String question,
        @Nullable Instant repliedAt,
        long version) {
    /** The light that holds for the measure now. */
    public TrafficLight current() {
        return now.light();
    }
}
