package de.kreiskonzept.deploy.bench;

import de.kreiskonzept.deploy.bench.BenchSystem.BenchCounty;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.signin.Tokens;
import de.kreiskonzept.model.outline.OutlineYaml;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.importing.TakeOver;
import de.kreiskonzept.platform.monitoring.round.RoundForm;
import de.kreiskonzept.platform.monitoring.round.Rounds;
import de.kreiskonzept.platform.monitoring.stand.Stand;
import de.kreiskonzept.platform.monitoring.stand.Stands;
import de.kreiskonzept.platform.tenancy.Workspace;
import de.kreiskonzept.platform.tenancy.Workspaces;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Makes the counties of a benchmark: the first takes the example over, the others get a copy of its rows with the same ids. */
final class Counties {
    // A server process that has created many schemas creates the next ones ever more slowly.
    private static final int PER_CONNECTION = 20;
    private static final String EXAMPLE = "example/konstanz.yml";

    private final ApplicationContext platform;
    private final Callable<Connection> logins;
    private final List<BenchCounty> made = new ArrayList<>();
    private final WorkspaceSchema schema = new WorkspaceSchema();
    private final UUID account = Ids.create(Instant.now());
    private final UUID session = Ids.create(Instant.now());
    private String stand = "";

    /** @param logins opens a connection of kk_admin */
    Counties(ApplicationContext platform, Callable<Connection> logins) {
        this.platform = platform;
        this.logins = logins;
    }

    /** All that there are. */
    List<BenchCounty> list() {
        return List.copyOf(made);
    }

    /** Id of the Stand of every county. */
    String standId() {
        return stand;
    }

    /** Makes so many that there are as many as this. */
    void fill(int number) throws Exception {
        while (made.size() < number) {
            create(made.size(), Math.min(made.isEmpty() ? 1 : made.size() + PER_CONNECTION, number));
        }
    }

    private void create(int from, int to) throws Exception {
        try (Connection admin = logins.call()) {
            for (int i = from; i < to; i++) {
                String name = schema.newName();
                schema.createRole(admin, name);
                schema.createSchema(admin, name);
                schema.grant(admin, name);
                UUID tenant = Ids.create(Instant.now());
                String slug = slug(i);
                register(admin, tenant, i, name, schema.version());
                if (i == 0) {
                    people(admin, name);
                    concept(slug);
                } else {
                    // Of the one before: the first may have been enlarged.
                    copy(admin, made.getLast().schema(), name);
                }
                String token =
                        platform.getBean(Tokens.class).issue("platform", tenant, account, session, Duration.ofHours(2));
                made.add(new BenchCounty(slug, name, token));
            }
        }
    }

    private static String slug(int number) {
        return "kreis-" + number;
    }

    private static void register(Connection admin, UUID id, int number, String name, String version)
            throws SQLException {
        try (var insert = admin.prepareStatement("""
                INSERT INTO registry.tenant
                  (id, ags, name, slug, schema_name, role_name, state, schema_version, created_at, modified_at, version)
                VALUES (?, ?, ?, ?, ?, ?, 'active', ?, now(), now(), 0)""")) {
            insert.setObject(1, id);
            insert.setString(2, "%05d".formatted(number));
            insert.setString(3, "Landkreis " + number);
            insert.setString(4, slug(number));
            insert.setString(5, name);
            insert.setString(6, name);
            insert.setString(7, version);
            insert.executeUpdate();
        }
    }

    private void people(Connection admin, String schema) throws SQLException {
        asOwner(
                admin,
                schema,
                "INSERT INTO identity_account (id, email, name, role, state, created_at, modified_at, version) VALUES ('"
                        + account + "', 'leser@kreis.example', 'Leser', 'reader', 'active', now(), now(), 0)",
                "INSERT INTO identity_session (id, account_id, expires_at, created_at, modified_at, version) VALUES ('"
                        + session + "', '" + account + "', now() + interval '1 day', now(), now(), 0)");
    }

    private void concept(String slug) throws Exception {
        String yaml;
        try (var file = Counties.class.getClassLoader().getResourceAsStream(EXAMPLE)) {
            if (file == null) {
                throw new IllegalStateException("no such file: " + EXAMPLE);
            }
            yaml = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        Workspaces workspaces = platform.getBean(Workspaces.class);
        Workspace county = workspaces.find(slug).orElseThrow();
        stand = workspaces.in(county, () -> {
            platform.getBean(TakeOver.class).asNewVersion(OutlineYaml.read(yaml), "Entwurf", "Beispiel");
            return stand();
        });
    }

    private String stand() {
        Rounds rounds = platform.getBean(Rounds.class);
        LocalDate today = LocalDate.now(platform.getBean(Clock.class));
        var nobody = new UUID(0, 0);
        var form = new RoundForm("Runde", today.toString(), today.toString(), "all", "");
        UUID round = rounds.create(form, new SignedIn(nobody, nobody, "Beispiel", Roles.LEAD));
        Stand fixed = platform.getBean(Stands.class).record(rounds.get(round), Map.of(), Instant.now());
        return fixed.id().toString();
    }

    private static void copy(Connection admin, String from, String into) throws SQLException {
        String[] copies = List.of(
                        "identity_account",
                        "identity_session",
                        "concept",
                        "concept_version",
                        "concept_version_step",
                        "concept_section",
                        "concept_goal",
                        "concept_measure",
                        "concept_goal_measure",
                        "concept_text_block",
                        "monitoring_light",
                        "monitoring_round",
                        "monitoring_stand")
                .stream()
                .map(table -> "INSERT INTO %1$s.%3$s SELECT * FROM %2$s.%3$s".formatted(into, from, table))
                .toArray(String[]::new);
        asOwner(admin, into, copies);
    }

    /** Sends commands to a workspace as its owner. */
    static void asOwner(Connection admin, String schema, String... commands) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute("SET ROLE kk_owner; SET search_path = " + schema);
            for (String command : commands) {
                statement.execute(command);
            }
            statement.execute("RESET ROLE; RESET search_path");
        }
    }
}
