package de.kreiskonzept.platform.situation;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.situation.Period;
import de.kreiskonzept.model.situation.Reading;
import de.kreiskonzept.platform.concept.Answers;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value of a series as programs read and send it.
 *
 * @param period year, month or day as in ISO 8601: 2024, 2024-03 or 2024-03-31
 * @param value null where it was not collected
 * @param missing why it was not collected; empty where there is a value
 * @param breakNote why it cannot be compared with those before it; empty where it can
 * @param source where it comes from; may be empty
 */
@Serdeable
@Schema(name = "Reading")
record ReadingView(
        @Nullable String period,
        @Nullable BigDecimal value,
        @Schema(maxLength = TextLimits.NAME) @Nullable String missing,
        @Schema(maxLength = TextLimits.NAME) @Nullable String breakNote,
        @Schema(maxLength = TextLimits.NAME) @Nullable String source) {
    /** Most values of one series. */
    private static final int MOST = 500;

    static ReadingView of(Reading reading) {
        return new ReadingView(
                reading.period().text(), reading.value(), reading.missing(), reading.breakNote(), reading.source());
    }

    /** The readings that a program sent; refuses the first one that is none, or stands there twice. */
    static List<Reading> readings(@Nullable List<ReadingView> sent, Texts texts) {
        var readings = new ArrayList<Reading>();
        Set<Period> seen = new HashSet<>();
        List<ReadingView> all = sent == null ? List.of() : sent;
        for (int i = 0; i < all.size(); i++) {
            String place = String.valueOf(i);
            if (i >= MOST) {
                throw refused("situation.refused.many", place, texts);
            }
            Reading reading = all.get(i).reading(place, texts);
            if (!seen.add(reading.period())) {
                throw refused("situation.refused.twice", place, texts);
            }
            readings.add(reading);
        }
        return readings;
    }

    private Reading reading(String place, Texts texts) {
        Period at = Period.find(Answers.text(period, ""))
                .orElseThrow(() -> refused("situation.refused.period", place, texts));
        try {
            return new Reading(
                    at, value, Answers.text(missing, ""), Answers.text(breakNote, ""), Answers.text(source, ""));
        } catch (IllegalArgumentException e) {
            throw refused("situation.refused.reading", place, texts);
        }
    }

    private static Refusal refused(String key, String place, Texts texts) {
        return new Refusal(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "invalid",
                "concept.refused.input",
                "readings[" + place + "]",
                texts.text(key));
    }
}
