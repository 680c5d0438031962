package de.kreiskonzept.platform.importing.number;

import de.kreiskonzept.model.importing.table.NumberRow;
import de.kreiskonzept.model.importing.table.OutlineRows;
import de.kreiskonzept.model.importing.table.TableCell.Note;
import de.kreiskonzept.model.importing.table.TableText;
import de.kreiskonzept.platform.importing.number.NumberUpdate.FigureChange;
import de.kreiskonzept.platform.importing.number.NumberUpdate.IndicatorChange;
import de.kreiskonzept.platform.situation.IndicatorLine;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Which indicators and figures the take-over of an upload has added, and how those it changed were before: as rows of their table. */
@Singleton
@InWorkspace(readOnly = true)
class TakenNumbers {
    // What is remembered first holds where the same upload comes a second time.
    private static final String REMEMBER = """
            INSERT INTO importing_taken (upload_id, node_id, kind, before, created_at, modified_at, version)
            VALUES ({0}, {1}, {2}, jsonb_strip_nulls(jsonb_build_object(
              'version', {3}::bigint, 'series', {4}::bigint, 'rows', {5}::text)), {6}, {6}, 0)
            ON CONFLICT (upload_id, node_id) DO UPDATE
            SET before = excluded.before || jsonb_build_object('rows', importing_taken.before -> 'rows')""";
    private static final String CHANGED = """
            SELECT count(*)::int FROM importing_taken t
            LEFT JOIN situation_indicator i ON i.id = t.node_id
            LEFT JOIN situation_series s ON s.id = i.series_id
            LEFT JOIN situation_figure f ON f.id = t.node_id
            WHERE t.upload_id = {0} AND t.kind IN ('indicator', 'figure')
              AND (coalesce(i.deleted_at, f.deleted_at) IS NOT NULL
                OR coalesce(i.version, f.version) IS DISTINCT FROM (t.before ->> 'version')::bigint
                OR s.version IS DISTINCT FROM (t.before ->> 'series')::bigint)""";
    private static final String ROWS = """
            SELECT t.before ->> 'rows' FROM importing_taken t
            WHERE t.upload_id = {0} AND t.kind IN ('indicator', 'figure') AND t.before ->> 'rows' IS NOT NULL""";
    private static final String ADDED = """
            SELECT t.node_id FROM importing_taken t
            WHERE t.upload_id = {0} AND t.kind IN ('indicator', 'figure') AND t.before ->> 'rows' IS NULL""";

    private final DSLContext dsl;

    TakenNumbers(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Remembers what an update is about to change, with the versions that rows will have then. */
    @InWorkspace(readOnly = false)
    public void remember(UUID upload, NumberUpdate update, StoredNumbers stored, Instant now) {
        for (IndicatorChange change : update.indicators()) {
            IndicatorLine before = change.before();
            long version = before == null ? 0 : before.indicator().version() + (change.defines() ? 1 : 0);
            long series = (before == null ? 0 : before.seriesVersion()) + (change.measures() ? 1 : 0);
            remember(upload, change.after().id(), new Kept("indicator", version, series, stored), now);
        }
        for (FigureChange change : update.figures()) {
            long version = change.before() == null ? 0 : change.after().version() + 1;
            remember(upload, change.after().id(), new Kept("figure", version, null, stored), now);
        }
    }

    private record Kept(String kind, long version, @Nullable Long series, StoredNumbers stored) {
        @Nullable
        String rows(UUID id) {
            return stored.find(id.toString()).map(entry -> text(entry.rows())).orElse(null);
        }
    }

    private void remember(UUID upload, UUID id, Kept kept, Instant now) {
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        dsl.execute(
                REMEMBER,
                DSL.val(upload),
                DSL.val(id),
                DSL.val(kept.kind()),
                DSL.val(kept.version()),
                DSL.val(kept.series(), Long.class),
                DSL.val(kept.rows(id), String.class),
                DSL.val(time));
    }

    private static String text(List<NumberRow> rows) {
        NumberRow.Sheet sheet = rows.getFirst().sheet();
        var text = new TableText().sheet(sheet.word());
        write(text, 1, sheet.head());
        for (int i = 0; i < rows.size(); i++) {
            write(text, i + 2, rows.get(i).cells());
        }
        return text.toString();
    }

    private static void write(TableText text, int number, List<String> cells) {
        text.row(number);
        for (int i = 0; i < cells.size(); i++) {
            text.cell(i, cells.get(i), Note.NONE);
        }
    }

    /** Number of indicators and figures that were changed or deleted since. */
    public int changedSince(UUID upload) {
        return dsl.fetchSingle(CHANGED, DSL.val(upload)).into(int.class);
    }

    /** The rows of all that were changed, as they were before. */
    public List<NumberRow> before(UUID upload) {
        return dsl.fetch(ROWS, DSL.val(upload)).stream()
                .flatMap(row -> OutlineRows.find(TableText.read(row.get(0, String.class))).numbers().stream())
                .toList();
    }

    /** Ids of all that were added. */
    public List<UUID> added(UUID upload) {
        return dsl.fetch(ADDED, DSL.val(upload)).map(row -> row.get(0, UUID.class));
    }
}
