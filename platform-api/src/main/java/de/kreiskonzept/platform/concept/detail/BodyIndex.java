package de.kreiskonzept.platform.concept.detail;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE_BODY;

import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.measure.Body;
import de.kreiskonzept.model.measure.BodyList;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.ConceptMeasureBodyRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;

/** Writes the bodies of measures one by one, as their line of responsible bodies says; whoever stores a measure calls it. */
@Singleton
@InWorkspace
public class BodyIndex {
    private final DSLContext dsl;
    private final Clock clock;

    BodyIndex(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /** Writes the bodies of new measures. */
    public void add(Collection<Measure> measures) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        var rows = new ArrayList<ConceptMeasureBodyRecord>();
        for (Measure measure : measures) {
            List<Body> bodies = BodyList.of(measure.responsible()).bodies();
            for (int position = 0; position < bodies.size(); position++) {
                rows.add(row(measure, position, bodies.get(position), now));
            }
        }
        if (!rows.isEmpty()) {
            dsl.batchInsert(rows).execute();
        }
    }

    /** Writes the bodies of measures anew. */
    public void replace(Collection<Measure> measures) {
        if (measures.isEmpty()) {
            return;
        }
        dsl.deleteFrom(CONCEPT_MEASURE_BODY)
                .where(CONCEPT_MEASURE_BODY.MEASURE_ID.in(
                        measures.stream().map(Measure::id).toList()))
                .execute();
        add(measures);
    }

    private static ConceptMeasureBodyRecord row(Measure measure, int position, Body body, OffsetDateTime now) {
        var row = CONCEPT_MEASURE_BODY.newRecord();
        row.setMeasureId(measure.id());
        row.setPosition(position);
        row.setVersionId(measure.versionId());
        row.setRole(body.role().text());
        row.setName(body.name());
        row.setWords(body.words());
        row.setCreatedAt(now);
        row.setModifiedAt(now);
        row.setVersion(0L);
        return row;
    }
}
