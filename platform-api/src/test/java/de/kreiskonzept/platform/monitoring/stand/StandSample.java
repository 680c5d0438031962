package de.kreiskonzept.platform.monitoring.stand;

import de.kreiskonzept.model.monitoring.Round;
import de.kreiskonzept.model.monitoring.RoundState;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** Stände for tests, without the mails and answers of a round. */
public final class StandSample {
    private StandSample() {}

    /** Fixes the numbers of a version for this day. */
    public static UUID of(PlatformUnderTest platform, Workspace county, UUID version, LocalDate cutoff)
            throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        String name = "Ampel " + cutoff.getYear();
        var round = new Round(
                UUID.randomUUID(),
                version,
                name,
                cutoff,
                cutoff,
                true,
                "",
                RoundState.CLOSED,
                now,
                now,
                0,
                null,
                now,
                now,
                0);
        insert(county, round);
        return platform.in(
                county,
                () -> platform.bean(Stands.class).record(round, Map.of(), now).id());
    }

    private static void insert(Workspace county, Round round) throws SQLException {
        try (var connection = ConceptSample.as(county);
                var statement = connection.prepareStatement(
                        "INSERT INTO monitoring_round (id, version_id, name, cutoff, deadline, scope, message, state, opened_at,"
                                + " closed_at, reminders, created_at, modified_at, version) VALUES (?, ?, ?, ?, ?, 'lead', '',"
                                + " 'closed', now(), now(), 0, now(), now(), 0)")) {
            statement.setObject(1, round.id());
            statement.setObject(2, round.versionId());
            statement.setString(3, round.name());
            statement.setObject(4, round.cutoff());
            statement.setObject(5, round.deadline());
            statement.executeUpdate();
        }
    }
}
