package de.kreiskonzept.admin.quota;

import de.kreiskonzept.model.tenant.OwnQuota;
import de.kreiskonzept.model.tenant.Quota;

/**
 * The limits of one county.
 *
 * @param own what was agreed with it
 * @param holds what holds for it, be it agreed or as for all
 * @param version 0 as long as nothing was agreed
 */
public record Agreed(OwnQuota own, Quota holds, long version) {}
