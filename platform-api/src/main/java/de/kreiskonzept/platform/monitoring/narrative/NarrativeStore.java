package de.kreiskonzept.platform.monitoring.narrative;

import static de.kreiskonzept.schema.workspace.Tables.MONITORING_NARRATIVE;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.MonitoringNarrativeRecord;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** All SQL of narratives. */
@Singleton
@InWorkspace(readOnly = true)
class NarrativeStore {
    private final DSLContext dsl;

    NarrativeStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Everything that was written about a Stand, in any order. */
    List<Narrative> list(UUID stand) {
        return dsl.selectFrom(MONITORING_NARRATIVE)
                .where(MONITORING_NARRATIVE.STAND_ID.eq(stand))
                .fetch(NarrativeStore::narrative);
    }

    /**
     * Stores a narrative; one with the version 0 is a new one.
     *
     * @throws Refusal 412 where somebody else was faster
     */
    @InWorkspace(readOnly = false)
    void put(Narrative narrative) {
        MonitoringNarrativeRecord row = row(narrative);
        int stored = narrative.version() == 0
                ? dsl.insertInto(MONITORING_NARRATIVE)
                        .set(row)
                        .onConflictDoNothing()
                        .execute()
                : dsl.update(MONITORING_NARRATIVE)
                        .set(MONITORING_NARRATIVE.SUMMARY, row.getSummary())
                        .set(MONITORING_NARRATIVE.NARRATIVE, row.getNarrative())
                        .set(MONITORING_NARRATIVE.HIGHLIGHTS, row.getHighlights())
                        .set(MONITORING_NARRATIVE.NOT_PURSUED, row.getNotPursued())
                        .set(MONITORING_NARRATIVE.AUTHOR, row.getAuthor())
                        .set(MONITORING_NARRATIVE.MODIFIED_AT, row.getModifiedAt())
                        .set(MONITORING_NARRATIVE.VERSION, row.getVersion())
                        .where(MONITORING_NARRATIVE.ID.eq(narrative.id()))
                        .and(MONITORING_NARRATIVE.VERSION.eq(narrative.version()))
                        .execute();
        if (stored == 0) {
            throw Refusal.stale();
        }
    }

    private static MonitoringNarrativeRecord row(Narrative narrative) {
        var time = narrative.modifiedAt().atOffset(ZoneOffset.UTC);
        var row = new MonitoringNarrativeRecord();
        row.setId(narrative.id());
        row.setStandId(narrative.standId());
        row.setSectionId(narrative.sectionId());
        row.setSummary(narrative.texts().summary());
        row.setNarrative(narrative.texts().narrative());
        row.setHighlights(narrative.texts().highlights());
        row.setNotPursued(narrative.texts().notPursued());
        row.setAuthor(narrative.author());
        row.setCreatedAt(time);
        row.setModifiedAt(time);
        row.setVersion(narrative.version() + 1);
        return row;
    }

    private static Narrative narrative(MonitoringNarrativeRecord row) {
        return new Narrative(
                row.getId(),
                row.getStandId(),
                row.getSectionId(),
                new NarrativeTexts(row.getSummary(), row.getNarrative(), row.getHighlights(), row.getNotPursued()),
                row.getAuthor(),
                row.getModifiedAt().toInstant(),
                row.getVersion());
    }
}
