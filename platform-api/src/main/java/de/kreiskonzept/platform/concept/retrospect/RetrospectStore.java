package de.kreiskonzept.platform.concept.retrospect;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_GOAL;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_LINEAGE;
import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_RETROSPECT;
import static de.kreiskonzept.schema.workspace.Tables.IDENTITY_ACCOUNT;

import de.kreiskonzept.model.lineage.Attainment;
import de.kreiskonzept.model.lineage.Retrospect;
import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import de.kreiskonzept.platform.concept.history.FieldHistory;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** All SQL on what versions say of former goals; every change leaves its lines in the history of fields. */
@Singleton
@InWorkspace(readOnly = true)
public class RetrospectStore {
    private final DSLContext dsl;
    private final FieldHistory history;

    RetrospectStore(DSLContext dsl, FieldHistory history) {
        this.dsl = dsl;
        this.history = history;
    }

    /** What the history of one is about. */
    public static Subject subject(Retrospect retrospect) {
        return new Subject("retrospect", retrospect.id());
    }

    /** All that a version says, by the ids of the former goals. */
    public Map<UUID, Retrospect> list(UUID versionId) {
        return dsl.select(CONCEPT_RETROSPECT.fields())
                .select(IDENTITY_ACCOUNT.NAME)
                .from(CONCEPT_RETROSPECT)
                .leftJoin(IDENTITY_ACCOUNT)
                .on(IDENTITY_ACCOUNT.ID.eq(CONCEPT_RETROSPECT.ACCOUNT_ID))
                .where(CONCEPT_RETROSPECT.VERSION_ID.eq(versionId))
                .fetchMap(CONCEPT_RETROSPECT.GOAL_ID, RetrospectStore::retrospect);
    }

    /** What a version says of former goals, by the ids of its own goals that descend from them. */
    public Map<UUID, List<Inherited>> inherited(UUID versionId) {
        return dsl.select(
                        CONCEPT_LINEAGE.SUCCESSOR_ID,
                        CONCEPT_GOAL.NUMBER,
                        CONCEPT_GOAL.TEXT,
                        CONCEPT_RETROSPECT.ATTAINMENT,
                        CONCEPT_RETROSPECT.EXPLANATION)
                .from(CONCEPT_RETROSPECT)
                .join(CONCEPT_LINEAGE)
                .on(CONCEPT_LINEAGE.VERSION_ID.eq(CONCEPT_RETROSPECT.VERSION_ID))
                .and(CONCEPT_LINEAGE.PREDECESSOR_ID.eq(CONCEPT_RETROSPECT.GOAL_ID))
                .join(CONCEPT_GOAL)
                .on(CONCEPT_GOAL.ID.eq(CONCEPT_RETROSPECT.GOAL_ID))
                .where(CONCEPT_RETROSPECT.VERSION_ID.eq(versionId))
                .and(CONCEPT_RETROSPECT.ATTAINMENT.ne(Attainment.OPEN.text()).or(CONCEPT_RETROSPECT.EXPLANATION.ne("")))
                .orderBy(CONCEPT_GOAL.POSITION, CONCEPT_GOAL.ID)
                .fetchGroups(
                        CONCEPT_LINEAGE.SUCCESSOR_ID,
                        row -> new Inherited(
                                (row.value2() + " " + row.value3()).strip(),
                                Attainment.find(row.value4()).orElseThrow(),
                                row.value5()));
    }

    /**
     * Stores what is said now in place of what was said before.
     *
     * @return false where somebody else was faster
     */
    @InWorkspace(readOnly = false)
    public boolean put(Retrospect before, Retrospect now) {
        OffsetDateTime time = Objects.requireNonNull(now.modifiedAt()).atOffset(ZoneOffset.UTC);
        boolean stored = before.version() == 0 ? insert(now, time) : update(before.version(), now, time);
        if (stored) {
            history.changed(subject(now), now.version(), fields(before), fields(now));
        }
        return stored;
    }

    private boolean insert(Retrospect now, OffsetDateTime time) {
        var row = CONCEPT_RETROSPECT.newRecord();
        row.setId(now.id());
        row.setVersionId(now.versionId());
        row.setGoalId(now.goalId());
        row.setAttainment(now.attainment().text());
        row.setExplanation(now.explanation());
        row.setAccountId(now.accountId());
        row.setCreatedAt(time);
        row.setModifiedAt(time);
        row.setVersion(now.version());
        return dsl.insertInto(CONCEPT_RETROSPECT).set(row).onConflictDoNothing().execute() == 1;
    }

    private boolean update(long version, Retrospect now, OffsetDateTime time) {
        return dsl.update(CONCEPT_RETROSPECT)
                        .set(CONCEPT_RETROSPECT.ATTAINMENT, now.attainment().text())
                        .set(CONCEPT_RETROSPECT.EXPLANATION, now.explanation())
                        .set(CONCEPT_RETROSPECT.ACCOUNT_ID, now.accountId())
                        .set(CONCEPT_RETROSPECT.MODIFIED_AT, time)
                        .set(CONCEPT_RETROSPECT.VERSION, now.version())
                        .where(CONCEPT_RETROSPECT.ID.eq(now.id()))
                        .and(CONCEPT_RETROSPECT.VERSION.eq(version))
                        .execute()
                == 1;
    }

    private static Map<String, String> fields(Retrospect retrospect) {
        return Map.of(
                "attainment", retrospect.attainment().text(),
                "explanation", retrospect.explanation());
    }

    private static Retrospect retrospect(Record joined) {
        var row = joined.into(CONCEPT_RETROSPECT);
        Instant time = row.getModifiedAt().toInstant();
        @Nullable String name = joined.get(IDENTITY_ACCOUNT.NAME);
        return new Retrospect(
                row.getId(),
                row.getVersionId(),
                row.getGoalId(),
                Attainment.find(row.getAttainment()).orElseThrow(),
                row.getExplanation(),
                time,
                row.getAccountId(),
                name,
                row.getVersion());
    }
}
