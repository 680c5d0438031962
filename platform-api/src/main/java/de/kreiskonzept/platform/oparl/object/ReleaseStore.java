package de.kreiskonzept.platform.oparl.object;

import static de.kreiskonzept.schema.workspace.Tables.OPARL_COMMITTEE;
import static de.kreiskonzept.schema.workspace.Tables.OPARL_SETTING;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;

/** All SQL of what a county has released. */
@Singleton
@InWorkspace
public class ReleaseStore {
    private static final long ONLY = 1;

    private final DSLContext dsl;

    ReleaseStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** What is released; nothing where nothing was decided yet. */
    @InWorkspace(readOnly = true)
    public CouncilRelease read() {
        Map<UUID, Boolean> committees = dsl.select(OPARL_COMMITTEE.COMMITTEE_ID, OPARL_COMMITTEE.NAMES)
                .from(OPARL_COMMITTEE)
                .fetchMap(OPARL_COMMITTEE.COMMITTEE_ID, OPARL_COMMITTEE.NAMES);
        return dsl.selectFrom(OPARL_SETTING)
                .fetchOptional(row -> new CouncilRelease(
                        row.getReleased(),
                        committees,
                        row.getCreatedAt().toInstant(),
                        row.getModifiedAt().toInstant(),
                        row.getVersion()))
                .orElse(CouncilRelease.NONE);
    }

    /** The mark of what the published objects were made of last; empty where none were. */
    @InWorkspace(readOnly = true)
    public String seen() {
        return dsl.select(OPARL_SETTING.SEEN)
                .from(OPARL_SETTING)
                .fetchOptional(OPARL_SETTING.SEEN)
                .orElse("");
    }

    /** Notes what the published objects are made of now. */
    public void see(String mark) {
        dsl.update(OPARL_SETTING).set(OPARL_SETTING.SEEN, mark).execute();
    }

    /** Lets nobody else publish until the transaction ends. */
    public void lock() {
        dsl.select(OPARL_SETTING.ID).from(OPARL_SETTING).forUpdate().fetch();
    }

    /**
     * Stores what is released.
     *
     * @param release with the version that the person has seen
     * @throws Refusal 412 where somebody else was faster
     */
    public void put(CouncilRelease release, Instant now) {
        var time = now.atOffset(ZoneOffset.UTC);
        int stored = release.version() == 0
                ? dsl.insertInto(OPARL_SETTING)
                        .set(OPARL_SETTING.ID, ONLY)
                        .set(OPARL_SETTING.RELEASED, release.isReleased())
                        .set(OPARL_SETTING.SEEN, "")
                        .set(OPARL_SETTING.CREATED_AT, time)
                        .set(OPARL_SETTING.MODIFIED_AT, time)
                        .set(OPARL_SETTING.VERSION, 1L)
                        .onConflictDoNothing()
                        .execute()
                : dsl.update(OPARL_SETTING)
                        .set(OPARL_SETTING.RELEASED, release.isReleased())
                        .set(OPARL_SETTING.SEEN, "")
                        .set(OPARL_SETTING.MODIFIED_AT, time)
                        .set(OPARL_SETTING.VERSION, release.version() + 1)
                        .where(OPARL_SETTING.VERSION.eq(release.version()))
                        .execute();
        if (stored == 0) {
            throw Refusal.stale();
        }
        dsl.deleteFrom(OPARL_COMMITTEE).execute();
        dsl.batch(release.committees().entrySet().stream()
                        .map(one -> dsl.insertInto(OPARL_COMMITTEE)
                                .set(OPARL_COMMITTEE.COMMITTEE_ID, one.getKey())
                                .set(OPARL_COMMITTEE.NAMES, one.getValue())
                                .set(OPARL_COMMITTEE.CREATED_AT, time)
                                .set(OPARL_COMMITTEE.MODIFIED_AT, time)
                                .set(OPARL_COMMITTEE.VERSION, 0L))
                        .toList())
                .execute();
    }
}
