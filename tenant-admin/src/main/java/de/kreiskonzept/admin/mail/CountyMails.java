package de.kreiskonzept.admin.mail;

import de.kreiskonzept.foundation.mail.Undelivered;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Mail of one county that could not be sent, as the platform counted it last.
 *
 * @param county its name
 * @param countedAt at most about an hour ago
 */
public record CountyMails(UUID tenantId, String county, Undelivered mails, OffsetDateTime countedAt) {}
