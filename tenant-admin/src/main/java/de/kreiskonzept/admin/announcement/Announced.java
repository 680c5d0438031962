package de.kreiskonzept.admin.announcement;

import de.kreiskonzept.model.tenant.Announcement;
import java.util.UUID;

/**
 * An announcement as it is stored.
 *
 * @param version counts the changes of the row, from 0
 */
public record Announced(UUID id, Announcement announcement, Announcement.State state, long version) {}
