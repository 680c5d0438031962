package de.kreiskonzept.model.participation;

import de.kreiskonzept.model.concept.TextLimits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The yearly Integrationskonferenz, at which people say what they think of the goals of the concept.
 *
 * @param name such as "Integrationskonferenz 2026", not blank
 * @param day on which it is held
 * @param place maybe empty
 * @param note what is to be known of it, maybe empty
 * @param participants one person or organisation on each line, maybe empty
 */
public record Conference(
        UUID id,
        String name,
        LocalDate day,
        String place,
        String note,
        String participants,
        Instant createdAt,
        Instant modifiedAt,
        long version) {
    /** @throws IllegalArgumentException if a limit is not kept */
    public Conference {
        TextLimits.required(name, TextLimits.NAME, "name");
        TextLimits.optional(place, TextLimits.NAME, "place");
        TextLimits.optional(note, TextLimits.TEXT, "note");
        TextLimits.optional(participants, TextLimits.TEXT, "participants");
    }

    /** The participants, without empty lines. */
    public List<String> listParticipants() {
        return participants
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
