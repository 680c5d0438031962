package de.kreiskonzept.platform.situation;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_SECTION;
import static de.kreiskonzept.schema.workspace.Tables.SITUATION_FIGURE;
import static de.kreiskonzept.schema.workspace.Tables.SITUATION_FIGURE_VALUE;

import de.kreiskonzept.model.situation.ChartKind;
import de.kreiskonzept.model.situation.Figure;
import de.kreiskonzept.model.situation.Reading;
import de.kreiskonzept.platform.concept.history.FieldChange.What;
import de.kreiskonzept.platform.concept.history.FieldHistory;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.SituationFigureRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** All SQL on figures with their values. */
@Singleton
@InWorkspace(readOnly = true)
class FigureStore {
    private final DSLContext dsl;
    private final FieldHistory history;

    FigureStore(DSLContext dsl, FieldHistory history) {
        this.dsl = dsl;
        this.history = history;
    }

    /** All figures of a version, each section's in their order; two statements. */
    List<Figure> list(UUID versionId) {
        return figures(SITUATION_FIGURE.VERSION_ID.eq(versionId).and(SITUATION_FIGURE.DELETED_AT.isNull()));
    }

    /** One figure; empty where there is none, or it or its section is deleted. */
    Optional<Figure> find(UUID id) {
        return figures(SITUATION_FIGURE.ID.eq(id).and(SITUATION_FIGURE.DELETED_AT.isNull())).stream()
                .findFirst();
    }

    /** A deleted figure whose section is still there. */
    Optional<Figure> findDeleted(UUID id) {
        return figures(SITUATION_FIGURE.ID.eq(id).and(SITUATION_FIGURE.DELETED_AT.isNotNull())).stream()
                .findFirst();
    }

    /** Number of figures of a version, deleted ones too: the place of the next one. */
    int count(UUID version) {
        return dsl.fetchCount(SITUATION_FIGURE, SITUATION_FIGURE.VERSION_ID.eq(version));
    }

    /** Stores a new figure with its values. */
    @InWorkspace(readOnly = false)
    public void insert(Figure figure, Instant now) {
        var row = row(figure, now);
        row.setId(figure.id());
        row.setVersionId(figure.versionId());
        row.setSectionId(figure.sectionId());
        row.setPosition(figure.position());
        row.setCreatedAt(time(now));
        row.setVersion(0L);
        dsl.insertInto(SITUATION_FIGURE).set(row).execute();
        values(figure, now);
        history.created(List.of(Figures.subject(figure.id())));
    }

    /** Stores another definition and exactly these values; false if it was changed in between. */
    @InWorkspace(readOnly = false)
    public boolean update(Figure before, Figure figure, Instant now) {
        int fresh = dsl.update(SITUATION_FIGURE)
                .set(row(figure, now))
                .set(SITUATION_FIGURE.VERSION, SITUATION_FIGURE.VERSION.plus(1))
                .where(SITUATION_FIGURE.ID.eq(figure.id()))
                .and(SITUATION_FIGURE.VERSION.eq(figure.version()))
                .execute();
        if (fresh == 1) {
            dsl.deleteFrom(SITUATION_FIGURE_VALUE)
                    .where(SITUATION_FIGURE_VALUE.FIGURE_ID.eq(figure.id()))
                    .execute();
            values(figure, now);
            history.changed(Figures.subject(figure.id()), figure.version() + 1, before.fields(), figure.fields());
        }
        return fresh == 1;
    }

    /** Deletes in this version, or takes it back; false if it was changed in between. */
    @InWorkspace(readOnly = false)
    public boolean mark(Figure figure, @Nullable Instant deleted, Instant now) {
        boolean fresh = dsl.update(SITUATION_FIGURE)
                        .set(SITUATION_FIGURE.DELETED_AT, deleted == null ? null : time(deleted))
                        .set(SITUATION_FIGURE.MODIFIED_AT, time(now))
                        .set(SITUATION_FIGURE.VERSION, SITUATION_FIGURE.VERSION.plus(1))
                        .where(SITUATION_FIGURE.ID.eq(figure.id()))
                        .and(SITUATION_FIGURE.VERSION.eq(figure.version()))
                        .execute()
                == 1;
        if (fresh) {
            What what = deleted == null ? What.RESTORED : What.DELETED;
            history.tell(Figures.subject(figure.id()), what, figure.version() + 1);
        }
        return fresh;
    }

    private void values(Figure figure, Instant now) {
        dsl.batchInsert(figure.readings().stream()
                        .map(reading -> {
                            var row = SITUATION_FIGURE_VALUE.newRecord();
                            row.setFigureId(figure.id());
                            row.setVersionId(figure.versionId());
                            row.setPeriod(reading.period().text());
                            row.setValue(reading.value());
                            row.setMissing(reading.missing());
                            row.setBreakNote(reading.breakNote());
                            row.setSource(reading.source());
                            row.setCreatedAt(time(now));
                            row.setModifiedAt(time(now));
                            row.setVersion(0L);
                            return row;
                        })
                        .toList())
                .execute();
    }

    private List<Figure> figures(Condition which) {
        var rows = dsl.select(SITUATION_FIGURE.fields())
                .from(SITUATION_FIGURE)
                .leftJoin(CONCEPT_SECTION)
                .on(CONCEPT_SECTION.ID.eq(SITUATION_FIGURE.SECTION_ID))
                .where(which)
                .and(CONCEPT_SECTION.DELETED_AT.isNull())
                .orderBy(SITUATION_FIGURE.POSITION, SITUATION_FIGURE.ID)
                .fetchInto(SITUATION_FIGURE);
        Map<UUID, List<Reading>> readings = dsl.selectFrom(SITUATION_FIGURE_VALUE)
                .where(SITUATION_FIGURE_VALUE.FIGURE_ID.in(
                        rows.stream().map(SituationFigureRecord::getId).toList()))
                .orderBy(SITUATION_FIGURE_VALUE.FIGURE_ID, SITUATION_FIGURE_VALUE.PERIOD)
                .fetchGroups(SITUATION_FIGURE_VALUE.FIGURE_ID, ReadingRows::reading);
        return rows.stream()
                .map(row -> figure(row, readings.getOrDefault(row.getId(), List.of())))
                .toList();
    }

    private static Figure figure(SituationFigureRecord row, List<Reading> readings) {
        return new Figure(
                row.getId(),
                row.getVersionId(),
                row.getSectionId(),
                row.getPosition(),
                row.getName(),
                row.getUnit(),
                row.getSource(),
                ChartKind.find(row.getChart()).orElseThrow(),
                readings,
                row.getVersion());
    }

    private static SituationFigureRecord row(Figure figure, Instant now) {
        var row = SITUATION_FIGURE.newRecord();
        row.setName(figure.name());
        row.setUnit(figure.unit());
        row.setSource(figure.source());
        row.setChart(figure.chart().text());
        row.setModifiedAt(time(now));
        return row;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
