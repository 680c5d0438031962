package de.kreiskonzept.platform.meeting;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.PathVariable;
import java.util.UUID;

/**
 * Which part of a meeting an address names.
 *
 * @param id of the meeting
 * @param part id of the item or participant
 */
@Introspected
public record MeetingPlace(
        @PathVariable String county,
        @PathVariable UUID id,
        @PathVariable UUID part) {}
