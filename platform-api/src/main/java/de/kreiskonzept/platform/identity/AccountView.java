package de.kreiskonzept.platform.identity;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * An account as programs see it.
 *
 * @param role one of admin, lead, editor, member, reader
 * @param state one of invited, active, suspended
 */
@Serdeable
@Schema(name = "Account")
public record AccountView(String id, String email, String name, String role, String state, long version) {
    static AccountView of(Account account) {
        return new AccountView(
                account.id().toString(),
                account.email(),
                account.name(),
                account.role(),
                account.state().text(),
                account.version());
    }
}
