package de.kreiskonzept.platform.monitoring.stand;

import static de.kreiskonzept.schema.workspace.Tables.MONITORING_STAND;

import de.kreiskonzept.foundation.database.Sha256;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectJoinStep;

/** All SQL of Stände. Rows are only ever added. */
@Singleton
@InWorkspace(readOnly = true)
class StandStore {
    private final DSLContext dsl;
    private final ObjectMapper json;

    StandStore(DSLContext dsl, ObjectMapper json) {
        this.dsl = dsl;
        this.json = json;
    }

    /** Adds a Stand; its digest is computed here. */
    @InWorkspace(readOnly = false)
    void add(Stand stand, StandRows rows) {
        String content = write(rows);
        var time = stand.createdAt().atOffset(ZoneOffset.UTC);
        dsl.insertInto(MONITORING_STAND)
                .set(MONITORING_STAND.ID, stand.id())
                .set(MONITORING_STAND.ROUND_ID, stand.roundId())
                .set(MONITORING_STAND.VERSION_ID, stand.versionId())
                .set(MONITORING_STAND.NAME, stand.name())
                .set(MONITORING_STAND.CUTOFF, stand.cutoff())
                .set(MONITORING_STAND.CONTENT, content)
                .set(MONITORING_STAND.DIGEST, Sha256.of(content))
                .set(MONITORING_STAND.CREATED_AT, time)
                .set(MONITORING_STAND.MODIFIED_AT, time)
                .set(MONITORING_STAND.VERSION, 0L)
                .execute();
    }

    /** All Stände without their rows, the latest first. */
    List<Stand> list() {
        return heads().orderBy(MONITORING_STAND.CUTOFF.desc(), MONITORING_STAND.CREATED_AT.desc(), MONITORING_STAND.ID)
                .fetch(StandStore::stand);
    }

    /** A Stand without its rows. */
    Optional<Stand> findHead(UUID id) {
        return heads().where(MONITORING_STAND.ID.eq(id)).fetchOptional(StandStore::stand);
    }

    /** The Stand of a round without its rows. */
    Optional<Stand> findOfRound(UUID round) {
        return heads().where(MONITORING_STAND.ROUND_ID.eq(round)).fetchOptional(StandStore::stand);
    }

    private SelectJoinStep<? extends Record> heads() {
        return dsl.select(
                        MONITORING_STAND.ID,
                        MONITORING_STAND.ROUND_ID,
                        MONITORING_STAND.VERSION_ID,
                        MONITORING_STAND.NAME,
                        MONITORING_STAND.CUTOFF,
                        MONITORING_STAND.DIGEST,
                        MONITORING_STAND.CREATED_AT)
                .from(MONITORING_STAND);
    }

    /** A Stand with its rows. */
    Optional<Stands.Whole> find(UUID id) {
        return dsl.selectFrom(MONITORING_STAND)
                .where(MONITORING_STAND.ID.eq(id))
                .fetchOptional(row -> new Stands.Whole(stand(row), read(row.getContent())));
    }

    private String write(StandRows rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StandRows read(String content) {
        try {
            return Objects.requireNonNull(json.readValue(content, StandRows.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stand stand(Record row) {
        return new Stand(
                row.get(MONITORING_STAND.ID),
                row.get(MONITORING_STAND.ROUND_ID),
                row.get(MONITORING_STAND.VERSION_ID),
                row.get(MONITORING_STAND.NAME),
                row.get(MONITORING_STAND.CUTOFF),
                HexFormat.of().formatHex(row.get(MONITORING_STAND.DIGEST)),
                row.get(MONITORING_STAND.CREATED_AT).toInstant());
    }
}
