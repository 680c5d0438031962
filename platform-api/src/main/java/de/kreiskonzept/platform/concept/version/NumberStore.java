package de.kreiskonzept.platform.concept.version;

import static de.kreiskonzept.schema.workspace.Tables.SITUATION_FIGURE;
import static de.kreiskonzept.schema.workspace.Tables.SITUATION_FIGURE_VALUE;
import static de.kreiskonzept.schema.workspace.Tables.SITUATION_INDICATOR;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.situation.GermanNumber;
import de.kreiskonzept.model.situation.Period;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.SituationFigureRecord;
import de.kreiskonzept.schema.workspace.tables.records.SituationFigureValueRecord;
import de.kreiskonzept.schema.workspace.tables.records.SituationIndicatorRecord;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What indicators and figures of a version say, in words that can be compared: a line for each. Values of a series are no content. */
@Singleton
@InWorkspace(readOnly = true)
class NumberStore {
    private final DSLContext dsl;
    private final Texts texts;

    NumberStore(DSLContext dsl, Texts texts) {
        this.dsl = dsl;
        this.texts = texts;
    }

    /** Indicators of a version by the id of their goal or measure. */
    public Map<UUID, List<String>> indicators(UUID versionId) {
        return dsl
                .selectFrom(SITUATION_INDICATOR)
                .where(SITUATION_INDICATOR.VERSION_ID.eq(versionId))
                .and(SITUATION_INDICATOR.DELETED_AT.isNull())
                .orderBy(SITUATION_INDICATOR.POSITION, SITUATION_INDICATOR.ID)
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.getGoalId() == null ? row.getMeasureId() : row.getGoalId(),
                        Collectors.mapping(this::words, Collectors.toList())));
    }

    /** Figures of a version by the id of their section, those of the version as a whole by its own. */
    public Map<UUID, List<String>> figures(UUID versionId) {
        Map<UUID, List<SituationFigureValueRecord>> values = dsl.selectFrom(SITUATION_FIGURE_VALUE)
                .where(SITUATION_FIGURE_VALUE.VERSION_ID.eq(versionId))
                .orderBy(SITUATION_FIGURE_VALUE.PERIOD)
                .fetchGroups(SITUATION_FIGURE_VALUE.FIGURE_ID, row -> row);
        return dsl
                .selectFrom(SITUATION_FIGURE)
                .where(SITUATION_FIGURE.VERSION_ID.eq(versionId))
                .and(SITUATION_FIGURE.DELETED_AT.isNull())
                .orderBy(SITUATION_FIGURE.POSITION, SITUATION_FIGURE.ID)
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.getSectionId() == null ? versionId : row.getSectionId(),
                        Collectors.mapping(
                                row -> words(row, values.getOrDefault(row.getId(), List.of())), Collectors.toList())));
    }

    private String words(SituationIndicatorRecord row) {
        return joined(
                "situation.owner.indicator",
                Stream.of(
                        name(row.getName(), row.getUnit()),
                        mark("situation.column.baseline", row.getBaseline(), row.getBaselinePeriod()),
                        mark("situation.column.target", row.getTarget(), row.getTargetPeriod()),
                        row.getDefinition(),
                        row.getSource().isEmpty() ? "" : texts.text("situation.sourceOf", row.getSource())));
    }

    private String words(SituationFigureRecord row, List<SituationFigureValueRecord> values) {
        return joined(
                "situation.owner.figure",
                Stream.concat(
                        Stream.of(
                                name(row.getName(), row.getUnit()),
                                row.getSource().isEmpty() ? "" : texts.text("situation.sourceOf", row.getSource())),
                        values.stream().map(this::words)));
    }

    private String words(SituationFigureValueRecord value) {
        @Nullable BigDecimal number = value.getValue();
        return texts.text(
                "situation.compare.value",
                new Period(value.getPeriod()).print(),
                number == null ? texts.text("situation.chart.missing") : GermanNumber.print(number));
    }

    private String joined(String key, Stream<String> parts) {
        return texts.text(
                "situation.compare.line",
                texts.text(key),
                parts.filter(part -> !part.isEmpty()).collect(Collectors.joining("; ")));
    }

    private String name(String name, String unit) {
        return unit.isEmpty() ? name : texts.text("situation.chart.title", name, unit);
    }

    private String mark(String key, @Nullable BigDecimal value, @Nullable String period) {
        return value == null || period == null
                ? ""
                : texts.text(
                        "situation.compare.mark",
                        texts.text(key),
                        GermanNumber.print(value),
                        new Period(period).print());
    }
}
