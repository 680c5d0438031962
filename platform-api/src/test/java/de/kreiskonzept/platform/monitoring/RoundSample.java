package de.kreiskonzept.platform.monitoring;

import de.kreiskonzept.foundation.signin.Tickets;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;

/** Writes an open round into a county straight into its tables, as the county's own role. */
public final class RoundSample {
    private final Workspace county;
    private final UUID id = UUID.randomUUID();

    /** Begins an open round about this version. */
    public RoundSample(Workspace county, UUID version) throws SQLException {
        this.county = county;
        sql("INSERT INTO monitoring_round VALUES ('" + id + "', '" + version
                + "', 'Ampel', '2026-11-01', '2026-11-01', 'all', '', 'open', now(), NULL, 0, NULL, now(), now(), 0)");
    }

    /** The round. */
    public UUID id() {
        return id;
    }

    /** Asks a body without an address and gives its id. */
    public UUID body(String name) throws SQLException {
        UUID asked = UUID.randomUUID();
        sql("INSERT INTO monitoring_asked VALUES ('" + asked + "', '" + id + "', NULL, '" + name
                + "', '', true, NULL, NULL, now(), now(), 0)");
        return asked;
    }

    /** Asks a body about a measure and gives the id of the question. */
    public UUID question(UUID body, UUID measure) throws SQLException {
        UUID reply = UUID.randomUUID();
        sql(
                "INSERT INTO monitoring_reply (id, asked_id, measure_id, position, state, words, nothing_new, author, question,"
                        + " created_at, modified_at, version) VALUES ('" + reply + "', '" + body + "', '" + measure
                        + "', 0, 'open', '', false, '', '', now(), now(), 0)");
        return reply;
    }

    /** Address of the page behind a new link of a body. */
    public String link(UUID body) throws SQLException {
        String secret = Tickets.create();
        sql("INSERT INTO monitoring_link VALUES ('" + UUID.randomUUID() + "', '" + body + "', '\\x"
                + HexFormat.of().formatHex(Tickets.hash(secret)) + "', NULL, now(), now(), 0)");
        return "/" + county.slug() + "/meldung/" + secret;
    }

    /** Runs a statement as the role of the county. */
    public void sql(String statement) throws SQLException {
        try (var connection = ConceptSample.as(county)) {
            connection.createStatement().execute(statement);
        }
    }
}
