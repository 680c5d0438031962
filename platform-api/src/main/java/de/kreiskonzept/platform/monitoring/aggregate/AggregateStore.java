package de.kreiskonzept.platform.monitoring.aggregate;

import static de.kreiskonzept.schema.workspace.Tables.MONITORING_OVERRIDE;
import static de.kreiskonzept.schema.workspace.Tables.MONITORING_SETTING;

import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.AggregateRule;
import de.kreiskonzept.platform.monitoring.Ampel;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.MonitoringOverrideRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** All SQL of the rule of a county and of the colours that people set. The colours of a place are only ever added to. */
@Singleton
@InWorkspace(readOnly = true)
class AggregateStore {
    private static final long ONLY = 1;

    private final DSLContext dsl;

    AggregateStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    Aggregation.Chosen findRule() {
        return dsl.selectFrom(MONITORING_SETTING)
                .fetchOptional(row -> new Aggregation.Chosen(
                        new AggregateRule(
                                AggregateRule.Kind.of(row.getRule()),
                                row.getGreenShare(),
                                row.getRedShare(),
                                row.getAssessedShare()),
                        row.getVersion()))
                .orElse(new Aggregation.Chosen(AggregateRule.USUAL, 0));
    }

    /** Stores the rule, if the one before is still of this version. */
    @InWorkspace(readOnly = false)
    boolean putRule(AggregateRule rule, long version, Instant now) {
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        return dsl.insertInto(MONITORING_SETTING)
                        .set(MONITORING_SETTING.ID, ONLY)
                        .set(MONITORING_SETTING.RULE, rule.kind().text())
                        .set(MONITORING_SETTING.GREEN_SHARE, rule.green())
                        .set(MONITORING_SETTING.RED_SHARE, rule.red())
                        .set(MONITORING_SETTING.ASSESSED_SHARE, rule.assessed())
                        .set(MONITORING_SETTING.CREATED_AT, time)
                        .set(MONITORING_SETTING.MODIFIED_AT, time)
                        .set(MONITORING_SETTING.VERSION, version + 1)
                        .onConflict(MONITORING_SETTING.ID)
                        .doUpdate()
                        .set(MONITORING_SETTING.RULE, rule.kind().text())
                        .set(MONITORING_SETTING.GREEN_SHARE, rule.green())
                        .set(MONITORING_SETTING.RED_SHARE, rule.red())
                        .set(MONITORING_SETTING.ASSESSED_SHARE, rule.assessed())
                        .set(MONITORING_SETTING.MODIFIED_AT, time)
                        .set(MONITORING_SETTING.VERSION, version + 1)
                        .where(MONITORING_SETTING.VERSION.eq(version))
                        .execute()
                == 1;
    }

    /** Adds what a person decided about a part of a version. */
    @InWorkspace(readOnly = false)
    void add(UUID version, Ampel.Level level, Decision decision, UUID account) {
        TrafficLight light = decision.light();
        OffsetDateTime time = decision.at().atOffset(ZoneOffset.UTC);
        var row = new MonitoringOverrideRecord();
        row.setId(decision.id());
        row.setVersionId(version);
        row.setSectionId(level == Ampel.Level.SECTION ? decision.place() : null);
        row.setGoalId(level == Ampel.Level.GOAL ? decision.place() : null);
        row.setComputed(decision.computed().text());
        row.setLight(light == null ? null : light.text());
        row.setReason(decision.reason());
        row.setAccountId(account);
        row.setAccountName(decision.author());
        row.setCreatedAt(time);
        row.setModifiedAt(time);
        row.setVersion(0L);
        dsl.insertInto(MONITORING_OVERRIDE).set(row).execute();
    }

    /** Everything that was decided in a version, the latest first. */
    List<Decision> list(UUID version) {
        return dsl.selectFrom(MONITORING_OVERRIDE)
                .where(MONITORING_OVERRIDE.VERSION_ID.eq(version))
                .orderBy(MONITORING_OVERRIDE.CREATED_AT.desc(), MONITORING_OVERRIDE.ID.desc())
                .fetch(AggregateStore::decision);
    }

    private static Decision decision(MonitoringOverrideRecord row) {
        String light = row.getLight();
        return new Decision(
                row.getId(),
                place(row),
                TrafficLight.of(row.getComputed()),
                light == null ? null : TrafficLight.of(light),
                row.getReason(),
                row.getAccountName(),
                row.getCreatedAt().toInstant());
    }

    private static @Nullable UUID place(MonitoringOverrideRecord row) {
        return row.getGoalId() == null ? row.getSectionId() : row.getGoalId();
    }
}
