package de.kreiskonzept.admin.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.signup.CountyRequest;
import de.kreiskonzept.admin.signup.Decision;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.web.Refusal;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The only admin of a county has lost the second factor, and nobody in the county can help. */
@ExtendWith(ConsoleUnderTest.Given.class)
class LockedOutIT {
    private static final Actor OPERATOR = Actor.without("Test");

    private final ConsoleUnderTest console;
    private UUID tenant;
    private String email;

    LockedOutIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @BeforeEach
    void aCountyWhoseAdminHasASecondFactor() throws SQLException {
        var county = console.county();
        email = "a@k" + county.ags() + ".example";
        tenant = Objects.requireNonNull(console.bean(Decision.class)
                .enter(new CountyRequest(county, "Änne Müller", email), OPERATOR)
                .tenantId());
        console.bean(Provisioning.class).complete(tenant);
        execute("UPDATE identity_account SET state = 'active', password_hash = 'x'");
        execute("""
                INSERT INTO identity_second_factor (id, account_id, secret, last_step, created_at, modified_at, version)
                SELECT gen_random_uuid(), id, 'x', 0, now(), now(), 0 FROM identity_account\
                """);
    }

    @Test
    void isInvitedAgainWithoutTheSecondFactor() throws SQLException {
        var before = console.mails(email).size();
        console.bean(Invitation.class).renew(tenant, OPERATOR);
        assertThat(console.mails(email)).hasSize(before + 1);
        assertThat(console.rows(tenant, "identity_second_factor")).isZero();
        assertThatThrownBy(() -> console.bean(Invitation.class).renew(tenant, OPERATOR))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void isNotInvitedWhereAnotherAdminCanHelp() throws SQLException {
        execute("""
                INSERT INTO identity_account (id, email, name, role, state, created_at, modified_at, version)
                VALUES (gen_random_uuid(), 'b@kreis.example', 'B', 'admin', 'active', now(), now(), 0)\
                """);
        assertThatThrownBy(() -> console.bean(Invitation.class).renew(tenant, OPERATOR))
                .isInstanceOf(Refusal.class);
        assertThat(console.rows(tenant, "identity_second_factor")).isEqualTo(1);
    }

    private void execute(String sql) throws SQLException {
        var schema = console.bean(Tenants.class).get(tenant).schema();
        try (var admin = TestServer.admin();
                var statement = admin.createStatement()) {
            statement.execute("SET ROLE kk_owner");
            statement.execute("SET search_path = " + schema);
            statement.executeUpdate(sql);
        }
    }
}
