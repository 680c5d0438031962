package de.kreiskonzept.platform.participation;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.participation.Conference;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What people enter for a conference, still as text.
 *
 * @param day as ISO 8601 date
 * @param participants a line each
 */
public record ConferenceForm(String name, String day, String place, String note, String participants) {
    static ConferenceForm of(Conference conference) {
        return new ConferenceForm(
                conference.name(),
                conference.day().toString(),
                conference.place(),
                conference.note(),
                conference.participants());
    }

    static ConferenceForm of(Map<String, ?> fields) {
        return new ConferenceForm(
                FieldChecks.field(fields, "name"),
                FieldChecks.field(fields, "day"),
                FieldChecks.field(fields, "place"),
                FieldChecks.field(fields, "note"),
                FieldChecks.field(fields, "participants"));
    }

    /** What is wrong, in the order of the form. */
    FormErrors errors(Texts texts) {
        FormErrors errors = FormErrors.none();
        if (name.isBlank()) {
            errors = errors.with("name", texts.text("participation.fault.name"));
        }
        errors = errors.withLimit("name", name, TextLimits.NAME, texts);
        if (parsedDay().isEmpty()) {
            errors = errors.with("day", texts.text("participation.fault.day"));
        }
        errors = errors.withLimit("place", place, TextLimits.NAME, texts);
        errors = errors.withLimit("note", note, TextLimits.TEXT, texts);
        return errors.withLimit("participants", participants, TextLimits.TEXT, texts);
    }

    private Optional<LocalDate> parsedDay() {
        try {
            return Optional.of(LocalDate.parse(day)).filter(date -> date.getYear() > 0 && date.getYear() < 10_000);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The conference; {@link #errors} is empty. */
    Conference conference(UUID id, Instant createdAt, Instant modifiedAt, long version) {
        return new Conference(
                id, name, parsedDay().orElseThrow(), place, note, participants, createdAt, modifiedAt, version);
    }
}
