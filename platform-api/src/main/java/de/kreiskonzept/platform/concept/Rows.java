package de.kreiskonzept.platform.concept;

import de.kreiskonzept.model.concept.Concept;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.concept.VersionState;
import de.kreiskonzept.schema.workspace.tables.records.ConceptGoalRecord;
import de.kreiskonzept.schema.workspace.tables.records.ConceptMeasureRecord;
import de.kreiskonzept.schema.workspace.tables.records.ConceptRecord;
import de.kreiskonzept.schema.workspace.tables.records.ConceptSectionRecord;
import de.kreiskonzept.schema.workspace.tables.records.ConceptTextBlockRecord;
import de.kreiskonzept.schema.workspace.tables.records.ConceptVersionRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
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
    public static ConceptVersion version(ConceptVersionRecord row) {
        return new ConceptVersion(
                row.getId(),
                row.getConceptId(),
                row.getLabel(),
                VersionState.of(row.getState()),
                row.getStatedGoals(),
                row.getStatedMeasures(),
                instant(row.getDeletedAt()),
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
        String reason = row.getReason();
        return new Measure(
                row.getId(),
                row.getSectionId(),
                row.getPosition(),
                row.getNumber(),
                row.getText(),
                row.getDescription(),
                row.getResponsible(),
                row.getCounted(),
                TrafficLight.of(row.getLight()),
                reason == null ? null : ReasonClass.of(reason),
                instant(row.getDeletedAt()),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant(),
                row.getVersion());
    }

    /** The row as a record. */
    public static TextBlock text(ConceptTextBlockRecord row) {
        return new TextBlock(
                row.getId(),
                row.getVersionId(),
                row.getSectionId(),
                row.getGoalId(),
                row.getPosition(),
                row.getName(),
                row.getText(),
                instant(row.getDeletedAt()),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant(),
                row.getVersion());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
