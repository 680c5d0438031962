package de.kreiskonzept.platform.identity.account;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What the county demands of its accounts.
 *
 * @param secondFactorForAll whether accounts of all roles need a second factor, and not only those who manage accounts
 * @param version 0 where the county has never said anything
 */
@Serdeable
@Introspected
@Schema(name = "AccountRule")
record AccountRule(boolean secondFactorForAll, long version) {
    static final AccountRule NONE = new AccountRule(false, 0);
}
