package de.kreiskonzept.platform.monitoring.vocabulary;

import static de.kreiskonzept.schema.workspace.Tables.MONITORING_SETTING;

import de.kreiskonzept.model.monitoring.AggregateRule;
import de.kreiskonzept.model.monitoring.StatusVocabulary;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;

/** All SQL of the vocabulary of a county. */
@Singleton
@InWorkspace(readOnly = true)
public class VocabularyStore {
    private static final long ONLY = 1;

    private final DSLContext dsl;
    private final ObjectMapper json;

    VocabularyStore(DSLContext dsl, ObjectMapper json) {
        this.dsl = dsl;
        this.json = json;
    }

    /**
     * A vocabulary as it is stored.
     *
     * @param version of the settings, 0 where there are none
     */
    record Stored(StatusVocabulary vocabulary, long version) {}

    /** What the county calls the states of its measures. */
    public StatusVocabulary find() {
        return findStored().vocabulary();
    }

    Stored findStored() {
        return dsl.select(MONITORING_SETTING.STATUSES, MONITORING_SETTING.VERSION)
                .from(MONITORING_SETTING)
                .fetchOptional(row -> new Stored(read(row.value1()), row.value2()))
                .orElse(new Stored(StatusVocabulary.USUAL, 0));
    }

    /** Stores a vocabulary, if the settings are still of this version. */
    @InWorkspace(readOnly = false)
    boolean put(StatusVocabulary vocabulary, long version, Instant now) {
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        AggregateRule rule = AggregateRule.USUAL;
        String statuses = write(StatusLine.list(vocabulary));
        return dsl.insertInto(MONITORING_SETTING)
                        .set(MONITORING_SETTING.ID, ONLY)
                        .set(MONITORING_SETTING.RULE, rule.kind().text())
                        .set(MONITORING_SETTING.GREEN_SHARE, rule.green())
                        .set(MONITORING_SETTING.RED_SHARE, rule.red())
                        .set(MONITORING_SETTING.ASSESSED_SHARE, rule.assessed())
                        .set(MONITORING_SETTING.STATUSES, statuses)
                        .set(MONITORING_SETTING.CREATED_AT, time)
                        .set(MONITORING_SETTING.MODIFIED_AT, time)
                        .set(MONITORING_SETTING.VERSION, version + 1)
                        .onConflict(MONITORING_SETTING.ID)
                        .doUpdate()
                        .set(MONITORING_SETTING.STATUSES, statuses)
                        .set(MONITORING_SETTING.MODIFIED_AT, time)
                        .set(MONITORING_SETTING.VERSION, version + 1)
                        .where(MONITORING_SETTING.VERSION.eq(version))
                        .execute()
                == 1;
    }

    private StatusVocabulary read(String statuses) {
        try {
            return StatusLine.vocabulary(
                    Objects.requireNonNull(json.readValue(statuses, Argument.listOf(StatusLine.class))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(List<StatusLine> lines) {
        try {
            return json.writeValueAsString(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
