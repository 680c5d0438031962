package de.kreiskonzept.platform.tenancy;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jooq.DSLContext;

/** Reads and writes one table of a county in every way that the application could, right and wrong. */
@Singleton
class Canary {
    private final DSLContext dsl;

    Canary(DSLContext dsl) {
        this.dsl = dsl;
    }

    @InWorkspace
    void write(String text) {
        dsl.execute(
                "INSERT INTO concept (id, title, created_at, modified_at, version) VALUES (?, ?, now(), now(), 0)",
                UUID.randomUUID(),
                text);
    }

    @InWorkspace(readOnly = true)
    List<String> read() {
        return dsl.fetchValues("SELECT title FROM concept").stream()
                .map(String::valueOf)
                .toList();
    }

    @InWorkspace(readOnly = true)
    void writeWhileReading(String text) {
        dsl.execute(
                "INSERT INTO concept (id, title, created_at, modified_at, version) VALUES (?, ?, now(), now(), 0)",
                UUID.randomUUID(),
                text);
    }

    @InWorkspace(readOnly = true)
    String server() {
        return String.valueOf(dsl.fetchValue("SELECT pg_backend_pid()"));
    }

    @Transactional
    String serverOfNobody() {
        return String.valueOf(dsl.fetchValue("SELECT pg_backend_pid()"));
    }

    /** Tells which server works for it once it may end. */
    @InWorkspace(readOnly = true)
    String serverUntil(CountDownLatch begun, CountDownLatch over) throws InterruptedException {
        String server = server();
        begun.countDown();
        over.await();
        return server;
    }

    @InWorkspace
    void fail(String text) {
        write(text);
        throw new IllegalStateException("after the change");
    }

    @InWorkspace
    List<String> readOf(String schema) {
        return dsl.fetchValues("SELECT title FROM " + schema + ".concept").stream()
                .map(String::valueOf)
                .toList();
    }

    @InWorkspace
    void become(String role) {
        dsl.execute("SET LOCAL ROLE " + role);
    }

    @InWorkspace
    void execute(String sql) {
        dsl.execute(sql);
    }

    @Transactional
    List<String> readWithoutWorkspace(String table) {
        return dsl.fetchValues("SELECT title FROM " + table).stream()
                .map(String::valueOf)
                .toList();
    }

    @Transactional
    List<String> state() {
        var row = dsl.fetchSingle(
                "SELECT current_user, current_setting('search_path'), current_setting('statement_timeout')");
        return List.of(row.get(0, String.class), row.get(1, String.class), row.get(2, String.class));
    }
}
