package de.kreiskonzept.platform.identity.support;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.job.MovableClock;
import de.kreiskonzept.foundation.signin.Tickets;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A county whose admin lets somebody in, and the console, which makes tickets. */
final class SupportDoor {
    static final String VISITOR = "Olga Operator";

    private final PlatformUnderTest platform;
    private final String api;
    final Workspace county;
    final String home;
    final String admin;

    SupportDoor(PlatformUnderTest platform, Workspace county) throws Exception {
        this.platform = platform;
        this.county = county;
        home = "/" + county.slug() + "/";
        api = "/api/v1/" + county.slug() + "/";
        admin = platform.token(county, Roles.ADMIN);
    }

    /** Lets somebody in for 15 minutes; gives the id of the grant. */
    String grant(boolean writing) throws Exception {
        var answer = platform.post(
                api + "hilfe", admin, "{\"reason\":\"Die Ampel\",\"minutes\":15,\"writing\":%s}".formatted(writing));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body().replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    }

    /** What the console does when somebody of the provider asks for the link. */
    String ticket(String grant) throws SQLException {
        return ticket(grant, county, "active");
    }

    String ticket(String grant, Workspace of, String stateOfOperator) throws SQLException {
        var ticket = Tickets.create();
        var now = OffsetDateTime.now(platform.bean(MovableClock.class));
        var operator = UUID.randomUUID();
        try (var console = TestServer.admin();
                var account = console.prepareStatement("""
                        INSERT INTO registry.operator_account (id, email, name, role, state, created_at, modified_at, version)
                        VALUES (?, ?, ?, 'support', ?, now(), now(), 0)""");
                var visit = console.prepareStatement("""
                        INSERT INTO registry.support_visit (id, grant_id, tenant_id, operator_id, operator_name, ticket_hash,
                          ticket_expires_at, created_at, modified_at, version)
                        VALUES (?, ?::uuid, ?, ?, ?, ?, ?, now(), now(), 0)""")) {
            account.setObject(1, operator);
            account.setString(2, operator + "@betreiber.example");
            account.setString(3, VISITOR);
            account.setString(4, stateOfOperator);
            account.executeUpdate();
            visit.setObject(1, UUID.randomUUID());
            visit.setString(2, grant);
            visit.setObject(3, of.id());
            visit.setObject(4, operator);
            visit.setString(5, VISITOR);
            visit.setBytes(6, Tickets.hash(ticket));
            visit.setObject(7, now.plusMinutes(2));
            visit.executeUpdate();
        }
        return ticket;
    }

    /** Opens the link and presses its button. */
    HttpResponse<String> enter(String ticket) throws Exception {
        return enter(county, ticket);
    }

    HttpResponse<String> enter(Workspace where, String ticket) throws Exception {
        var door = "/" + where.slug() + "/hilfe/eintritt/" + ticket;
        return platform.form("/" + where.slug() + "/anmelden", door, "", Map.of());
    }

    /** The cookie of a visitor who is inside. */
    String visitor(boolean writing) throws Exception {
        return cookie(enter(ticket(grant(writing))));
    }

    static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith("kk_session="))
                .map(set -> set.split(";", 2)[0])
                .findFirst()
                .orElse("");
    }

    /** Ends the open grant. */
    void end(String grant) throws Exception {
        var answer = platform.send(platform.request(api + "hilfe/" + grant)
                .header("Authorization", "Bearer " + admin)
                .DELETE());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    /** What somebody did according to the trail of the county, in its order. */
    List<String> entriesOf(String name) throws SQLException {
        try (var superuser = TestServer.shared().superuser();
                var select = superuser.prepareStatement(
                        "SELECT action FROM %s.audit_entry WHERE actor_name = ? ORDER BY position"
                                .formatted(county.schema()))) {
            select.setString(1, name);
            var actions = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    actions.add(rows.getString(1));
                }
            }
            return actions;
        }
    }

    /** The trail of the county as its admin reads it by the interface. */
    String trail() throws Exception {
        return platform.get(api + "protokoll", admin).body();
    }
}
