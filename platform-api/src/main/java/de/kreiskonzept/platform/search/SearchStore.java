package de.kreiskonzept.platform.search;

import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of the search, one statement. A text is a hit if it holds every word: as its stem, as the beginning of a word (both by the
 * German full text index), or, from four letters on, anywhere inside of a word, which is how "Kurs" finds "Deutschkurse". To compare
 * inside of words both sides are folded: small letters, ä as a, ß as ss, ae as a, no hyphens.
 */
@Singleton
@InWorkspace(readOnly = true)
class SearchStore {
    private static final String WORDS = """
            to_tsvector('german', translate(#, './-*:_@&+,;()', '             '))""";
    private static final String FOLDED = """
            replace(replace(replace(replace(translate(lower(#),
              'äöü./*:_@&+,;()' || chr(10) || chr(9) || chr(173) || '-', 'aou              '),
              'ß', 'ss'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u')""";
    private static final String MATCH = """
            x.version_id = ANY ({1}) AND x.deleted_at IS NULL
              AND (x.id IN (@lookup)
                OR ' ' || @folded || ' ' LIKE ALL ((SELECT patterns FROM looked)::text[]))""";

    private static final String LOOK_UP = "SELECT id FROM @table WHERE @words @@ @query";
    private static final Map<String, String> TEXTS = Map.of(
            "concept_section", "number || ' ' || name",
            "concept_goal", "number || ' ' || text",
            "concept_measure", "number || ' ' || text || ' ' || description || ' ' || responsible",
            "concept_text_block", "name || ' ' || text",
            "situation_indicator", "name || ' ' || definition || ' ' || source",
            "situation_figure", "name || ' ' || source");

    // A stem that lost more than an ending would be found inside of too many other words.
    private static final String LOOKED = """
            WITH RECURSIVE asked AS (
              SELECT word, stem, @plain AS plain
              FROM (SELECT word, (ts_lexize('german_stem', word))[1] AS stem FROM unnest({0}) AS word) AS one
              WHERE stem IS NOT NULL),
            needle AS (
              SELECT stem, plain, CASE WHEN length(stem) >= 5 OR length(stem) = 4 AND length(word) <= 5
                THEN @stem ELSE plain END AS needle
              FROM asked),
            looked AS (
              SELECT array_agg(stem) AS stems, array_agg(needle) AS needles,
                array_agg(CASE length(needle) WHEN 1 THEN '% ' || needle || ' %' WHEN 2 THEN '% ' || needle || '%'
                  WHEN 3 THEN '% ' || needle || '%' ELSE '%' || needle || '%' END) AS patterns,
                string_agg('(''' || stem || ''' | ''' || plain || CASE WHEN length(plain) > 1 THEN ''':*)' ELSE ''')' END,
                  ' & ')::tsquery AS query
              FROM needle),
            """;

    private static final String PLACES = """
            tree AS (
              SELECT id, name, ARRAY[]::text[] AS trail FROM concept_section
              WHERE parent_id IS NULL AND deleted_at IS NULL AND version_id = ANY ({1})
              UNION ALL SELECT s.id, s.name, t.trail || t.name FROM concept_section s JOIN tree t ON s.parent_id = t.id
              WHERE s.deleted_at IS NULL),
            hit AS (
              SELECT 'section' AS kind, 1 AS sort, x.id, x.version_id, x.id AS section_id, x.number, x.name AS title, '' AS rest
              FROM concept_section x WHERE {2} IN ('', 'section') AND @section
              UNION ALL SELECT 'goal', 2, x.id, x.version_id, x.section_id, x.number, x.text, ''
              FROM concept_goal x WHERE {2} IN ('', 'goal') AND @goal
              UNION ALL SELECT 'measure', 3, x.id, x.version_id, x.section_id, x.number, x.text,
                concat_ws(' – ', nullif(x.description, ''), nullif(x.responsible, ''))
              FROM concept_measure x WHERE {2} IN ('', 'measure') AND @measure
              UNION ALL SELECT 'text', 4, x.id, x.version_id, coalesce(x.section_id, g.section_id), '', x.name, x.text
              FROM concept_text_block x LEFT JOIN concept_goal g ON g.id = x.goal_id AND g.deleted_at IS NULL
              WHERE {2} IN ('', 'text') AND (x.goal_id IS NULL OR g.id IS NOT NULL) AND @text
              UNION ALL SELECT 'indicator', 5, x.id, x.version_id, coalesce(g.section_id, m.section_id), '', x.name,
                concat_ws(' – ', nullif(x.definition, ''), nullif(x.source, ''))
              FROM situation_indicator x LEFT JOIN concept_goal g ON g.id = x.goal_id AND g.deleted_at IS NULL
              LEFT JOIN concept_measure m ON m.id = x.measure_id AND m.deleted_at IS NULL
              WHERE {2} IN ('', 'indicator') AND coalesce(g.id, m.id) IS NOT NULL AND @indicator
              UNION ALL SELECT 'figure', 6, x.id, x.version_id, x.section_id, '', x.name, x.source
              FROM situation_figure x WHERE {2} IN ('', 'figure') AND @figure),
            """;

    private static final String ANSWER = """
            placed AS (
              SELECT h.*, CASE WHEN t.id IS NULL THEN ARRAY[]::text[] WHEN h.kind = 'section' THEN t.trail ELSE t.trail || t.name END AS trail,
                ts_rank(setweight(@title, 'A') || setweight(@rest, 'C'), (SELECT query FROM looked)) AS rank
              FROM hit h LEFT JOIN tree t ON t.id = h.section_id
              WHERE h.section_id IS NULL OR t.id IS NOT NULL)
            SELECT l.stems, l.needles, (SELECT count(*) FROM placed) AS total, p.*
            FROM looked l LEFT JOIN (
              SELECT row_number() OVER (ORDER BY rank DESC, sort, trail, title, id) AS place, placed.*
              FROM placed ORDER BY 1 OFFSET {3} LIMIT {4}) p ON true
            ORDER BY p.place""";

    private static final String STATEMENT =
            LOOKED.replace("@plain", FOLDED.replace("#", "word")).replace("@stem", FOLDED.replace("#", "stem"))
                    + PLACES.replace("@section", match("concept_section"))
                            .replace("@goal", match("concept_goal"))
                            .replace("@measure", match("concept_measure"))
                            .replace("@text", match("concept_text_block"))
                            .replace("@indicator", match("situation_indicator"))
                            .replace("@figure", match("situation_figure"))
                    + ANSWER.replace("@title", WORDS.replace("#", "h.number || ' ' || h.title"))
                            .replace("@rest", WORDS.replace("#", "h.rest"));

    private final DSLContext dsl;

    SearchStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A row that was found.
     *
     * @param rest further text; may be empty
     */
    record Row(
            HitKind kind,
            UUID id,
            UUID version,
            @Nullable UUID section,
            List<String> trail,
            String number,
            String title,
            String rest) {}

    /**
     * Part of what was found.
     *
     * @param marker knows what to mark
     * @param looked whether a word was left that is no mere filler such as "und"
     */
    record Rows(List<Row> rows, long total, Marker marker, boolean looked) {}

    /** What holds all the words in one of these versions, the best first, from the given one on. */
    Rows list(SearchFilter filter, List<UUID> versions, int offset, int limit) {
        HitKind kind = filter.kind();
        var rows = dsl.resultQuery(
                        STATEMENT,
                        DSL.val(filter.words().words().toArray(String[]::new), SQLDataType.VARCHAR.array()),
                        DSL.val(versions.toArray(UUID[]::new), SQLDataType.UUID.array()),
                        DSL.val(kind == null ? "" : kind.text()),
                        DSL.val(offset),
                        DSL.val(limit))
                .fetch();
        Record first = rows.getFirst();
        String[] stems = first.get("stems", String[].class);
        return new Rows(
                rows.stream()
                        .filter(row -> row.get("id") != null)
                        .map(SearchStore::row)
                        .toList(),
                first.get("total", Long.class),
                stems == null
                        ? new Marker(List.of(), List.of())
                        : new Marker(
                                List.of(stems).stream().map(Marker::fold).toList(),
                                List.of(first.get("needles", String[].class))),
                stems != null);
    }

    /** What looks words up in the index, one query for each table. */
    static List<String> lookUps(String query) {
        return TEXTS.keySet().stream().map(table -> lookUp(table, query)).toList();
    }

    private static String lookUp(String table, String query) {
        return LOOK_UP.replace("@table", table)
                .replace("@words", WORDS.replace("#", TEXTS.getOrDefault(table, "")))
                .replace("@query", query);
    }

    private static String match(String table) {
        String text = TEXTS.getOrDefault(table, "").replaceAll("\\b(?=[a-z])", "x.");
        return MATCH.replace("@lookup", lookUp(table, "(SELECT query FROM looked)"))
                .replace("@folded", FOLDED.replace("#", text));
    }

    private static Row row(Record row) {
        return new Row(
                HitKind.find(row.get("kind", String.class)).orElseThrow(),
                row.get("id", UUID.class),
                row.get("version_id", UUID.class),
                row.get("section_id", UUID.class),
                List.of(row.get("trail", String[].class)),
                row.get("number", String.class),
                row.get("title", String.class),
                row.get("rest", String.class));
    }
}
