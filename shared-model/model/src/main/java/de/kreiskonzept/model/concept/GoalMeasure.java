package de.kreiskonzept.model.concept;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * A measure serves a goal; one measure may serve several. Both ids together are the key.
 *
 * @param versionId version of the concept, that of both
 * @param position place of the measure under the goal, from 0
 */
@Entity
@Table(name = "concept_goal_measure")
public record GoalMeasure(
        @Id @Column(name = "goal_id") UUID goalId,
        @Id @Column(name = "measure_id") UUID measureId,
        @Column(name = "version_id") UUID versionId,
        int position,
        @Column(name = "created_at") Instant createdAt,
        @Column(name = "modified_at") Instant modifiedAt,
        @Version long version) {}
