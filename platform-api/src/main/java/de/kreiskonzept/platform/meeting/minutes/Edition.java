package de.kreiskonzept.platform.meeting.minutes;

import java.time.Instant;
import java.util.UUID;

/**
 * Minutes as they went out for remarks, or as they were approved.
 *
 * @param number from 1
 * @param digest SHA-256 of the text as it is stored
 * @param author who sent or approved them
 */
public record Edition(
        UUID id,
        UUID meetingId,
        int number,
        boolean approved,
        MinutesText text,
        String digest,
        String author,
        Instant createdAt) {}
