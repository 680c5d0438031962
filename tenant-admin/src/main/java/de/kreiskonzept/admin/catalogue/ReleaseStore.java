package de.kreiskonzept.admin.catalogue;

import static de.kreiskonzept.schema.registry.Tables.CATALOGUE_RELEASE;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import org.jooq.DSLContext;

/** The table catalogue_release. */
@Singleton
final class ReleaseStore {
    private final DSLContext db;
    private final Clock clock;

    ReleaseStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Numbers of the published versions, without the first one. */
    Set<Integer> published() {
        return db.select(CATALOGUE_RELEASE.NUMBER)
                .from(CATALOGUE_RELEASE)
                .where(CATALOGUE_RELEASE.PUBLISHED.isTrue())
                .fetchSet(CATALOGUE_RELEASE.NUMBER);
    }

    void put(int number, boolean published) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        db.insertInto(CATALOGUE_RELEASE)
                .set(CATALOGUE_RELEASE.NUMBER, number)
                .set(CATALOGUE_RELEASE.PUBLISHED, published)
                .set(CATALOGUE_RELEASE.CREATED_AT, now)
                .set(CATALOGUE_RELEASE.MODIFIED_AT, now)
                .set(CATALOGUE_RELEASE.VERSION, 0L)
                .onConflict(CATALOGUE_RELEASE.NUMBER)
                .doUpdate()
                .set(CATALOGUE_RELEASE.PUBLISHED, published)
                .set(CATALOGUE_RELEASE.MODIFIED_AT, now)
                .set(CATALOGUE_RELEASE.VERSION, CATALOGUE_RELEASE.VERSION.plus(1))
                .execute();
    }
}
