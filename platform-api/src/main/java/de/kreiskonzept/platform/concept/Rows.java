package de.kreiskonzept.platform.concept;

import static de.kreiskonzept.schema.workspace.Tables.MONITORING_LIGHT;

import de.kreiskonzept.model.concept.Concept;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.CurrentLight;
import de.kreiskonzept.schema.workspace.tables.records.ConceptGoalRecord;
import de.kreiskonzept.schema.workspace.tables.records.ConceptMeasureRecord;
import de.kreiskonzept.schema.workspace.tables.records.ConceptRecord;
import de.kreiskonzept.schema.workspace.tables.records.ConceptSectionRecord;
import de.kreiskonzept.schema.workspace.tables.records.ConceptTextBlockRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Turns rows that jOOQ has read into records of the model. */
public final class Rows {
    private Rows() {}

    /** The row as a record. */
    public static Concept concept(ConceptRecord row) {
        return new Concept(
                row.getId(),
                row.getTitle(),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant(),
                row.getVersion());
    }

    /** The row as a record. */
    public static Section section(ConceptSectionRecord row) {
        return new Section(
                row.getId(),
                row.getVersionId(),
                row.getParentId(),
                row.getPosition(),
                SectionKind.of(row.getKind()),
                row.getNumber(),
                row.getName(),
                row.getStatedGoals(),
                row.getStatedMeasures(),
                instant(row.getDeletedAt()),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant(),
                row.getVersion());
    }

    /** The row as a record. */
    public static Goal goal(ConceptGoalRecord row) {
        return new Goal(
                row.getId(),
                row.getVersionId(),
                row.getSectionId(),
                row.getParentId(),
                row.getPosition(),
                GoalKind.of(row.getKind()),
                row.getNumber(),
                row.getText(),
                instant(row.getDeletedAt()),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant(),
                row.getVersion());
    }

    /** The row as a record. */
    public static Measure measure(ConceptMeasureRecord row) {
        return new Measure(
                row.getId(),
                row.getVersionId(),
                row.getSectionId(),
                row.getPosition(),
                row.getNumber(),
                row.getText(),
                row.getDescription(),
                row.getResponsible(),
                instant(row.getDeletedAt()),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant(),
                row.getVersion());
    }

    /** What holds for a measure by the columns of its light, which are all null where nothing was said yet. */
    public static CurrentLight light(Record row) {
        String light = row.get(MONITORING_LIGHT.LIGHT);
        String reason = row.get(MONITORING_LIGHT.REASON);
        return light == null
                ? CurrentLight.NONE
                : new CurrentLight(
                        TrafficLight.of(light),
                        reason == null ? null : ReasonClass.of(reason),
                        row.get(MONITORING_LIGHT.COUNTED),
                        row.get(MONITORING_LIGHT.VERSION),
                        row.get(MONITORING_LIGHT.STATUS));
    }

    /** The row as a record. */
    public static TextBlock text(ConceptTextBlockRecord row) {
        return new TextBlock(
                row.getId(),
                row.getVersionId(),
                row.getSectionId(),
                row.getGoalId(),
                row.getChapterId(),
                row.getPosition(),
                row.getName(),
                row.getText(),
                instant(row.getDeletedAt()),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant(),
                row.getVersion());
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
