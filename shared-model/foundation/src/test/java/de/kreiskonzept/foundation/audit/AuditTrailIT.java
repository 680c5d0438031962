package de.kreiskonzept.foundation.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.foundation.database.RegistryContext;
import de.kreiskonzept.foundation.database.TestServer;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever changes the trail of the registry behind the application's back is found out. */
class AuditTrailIT {
    private static final Actor EVA = Actor.without("Eva Muster");

    private static RegistryContext registry;

    private final AuditTrail trail = registry.bean(AuditTrail.class);

    @BeforeAll
    static void start() {
        registry = RegistryContext.with(Map.of());
    }

    @AfterAll
    static void stop() throws SQLException {
        tamper("DELETE FROM audit_entry; DELETE FROM audit_head");
        registry.close();
    }

    @BeforeEach
    void fiveEntries() throws SQLException {
        tamper("DELETE FROM audit_entry; DELETE FROM audit_head");
        for (var number = 1; number <= 5; number++) {
            record("subject-" + number);
        }
    }

    @Test
    void findsAnUntouchedTrailIntact() {
        assertThat(verify()).isEqualTo(new Verification.Intact(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3 UPDATE audit_entry SET subject = 'other' WHERE position = 3",
                "3 UPDATE audit_entry SET actor_name = '' WHERE position = 3",
                "3 UPDATE audit_entry SET actor_name = 'Max Muster' WHERE position = 3",
                "3 UPDATE audit_entry SET actor_id = gen_random_uuid() WHERE position = 3",
                "3 UPDATE audit_entry SET happened_at = happened_at + interval '1 microsecond' WHERE position = 3",
                "3 UPDATE audit_entry SET hash = sha256(hash) WHERE position = 3",
                "3 UPDATE audit_entry SET action = subject, subject = action WHERE position = 3",
                "3 DELETE FROM audit_entry WHERE position = 3",
                "1 DELETE FROM audit_entry WHERE position = 1",
                "5 DELETE FROM audit_entry WHERE position = 5",
                "1 DELETE FROM audit_entry",
                "6 DELETE FROM audit_head",
                "2 UPDATE audit_entry SET position = CASE position WHEN 2 THEN -3 ELSE -2 END WHERE position IN (2, 3);"
                        + "UPDATE audit_entry SET position = -position WHERE position < 0",
                "6 INSERT INTO audit_entry SELECT 6, happened_at, actor_id, actor_name, action, subject, detail, hash,"
                        + " sha256(hash), created_at, modified_at, version FROM audit_entry WHERE position = 5"
            })
    void findsTheFirstPlaceThatWasTouched(String placeAndSql) throws SQLException {
        var place = Integer.parseInt(placeAndSql.substring(0, 1));
        tamper(placeAndSql.substring(2));
        assertThat(verify()).isEqualTo(new Verification.Broken(place));
    }

    @Test
    void keepsOneChainWhenManyWriteAtOnce() throws Exception {
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> work = java.util.stream.IntStream.range(0, 40)
                    .<Callable<Boolean>>mapToObj(number -> () -> {
                        record("parallel-" + number);
                        return true;
                    })
                    .toList();
            for (var written : writers.invokeAll(work)) {
                assertThat(written.get()).isTrue();
            }
        }
        assertThat(verify()).isEqualTo(new Verification.Intact(45));
    }

    @Test
    void forgetsWhatWasRolledBack() {
        assertThatThrownBy(() -> registry.run(() -> {
                    trail.record(EVA, "tenant.suspended", "lost", "");
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessageContaining("rolled back");
        assertThat(verify()).isEqualTo(new Verification.Intact(5));
    }

    @Test
    void recordsAnActOfSeveralPartsOnceAndNamesTheParts() throws SQLException {
        registry.run(() -> trail.recordAsOne(EVA, "proposal.confirmed", "checklist", "2 of 3", () -> {
            trail.record(EVA, "committee.created", "steering", "");
            trail.recordAsOne(
                    EVA, "process.begun", "way", "", () -> trail.record(EVA, "step.created", "first", "of two"));
        }));
        assertThat(verify()).isEqualTo(new Verification.Intact(6));
        assertThat(lastEntry())
                .isEqualTo(
                        "proposal.confirmed checklist 2 of 3, committee.created steering, process.begun way step.created first of two");
    }

    @Test
    void namesAsManyPartsAsFitInOneEntry() throws SQLException {
        registry.run(() -> trail.recordAsOne(EVA, "proposal.confirmed", "checklist", "", () -> {
            for (var part = 10; part < 60; part++) {
                trail.record(EVA, "seat.created", "seat-" + part, "");
            }
        }));
        assertThat(lastEntry())
                .startsWith("proposal.confirmed checklist seat.created seat-10, ")
                .endsWith(", seat.created seat-31, …");
    }

    @Test
    void refusesWhatIsNoEntry() {
        for (var texts : List.of(
                List.of("", "subject", ""),
                List.of("action", " ", ""),
                List.of("action", "subject", "x".repeat(501)))) {
            assertThatThrownBy(() -> registry.run(() -> trail.record(EVA, texts.get(0), texts.get(1), texts.get(2))))
                    .hasMessageContaining("audit entry");
        }
    }

    private void record(String subject) {
        registry.run(() -> trail.record(EVA, "tenant.suspended", subject, "detail with ÄÖÜ"));
    }

    private Verification verify() {
        return registry.in(trail::verify);
    }

    private static String lastEntry() throws SQLException {
        try (var admin = TestServer.shared().superuser();
                var statement = admin.createStatement();
                var row = statement.executeQuery("SELECT concat_ws(' ', action, subject, detail)"
                        + " FROM registry.audit_entry ORDER BY position DESC LIMIT 1")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void tamper(String sql) throws SQLException {
        try (var admin = TestServer.shared().superuser();
                var statement = admin.createStatement()) {
            statement.execute("SET search_path = registry");
            statement.execute(sql);
        }
    }
}
