--liquibase formatted sql
--changeset kreiskonzept:concept-bin
-- One row for each part that somebody deleted. The part and all below it bear the same time in deleted_at and stay for 30 days.
CREATE TABLE concept_bin (
  id uuid PRIMARY KEY,
  version_id uuid UNIQUE REFERENCES concept_version (id) ON DELETE CASCADE,
  section_id uuid UNIQUE REFERENCES concept_section (id) ON DELETE CASCADE,
  goal_id uuid UNIQUE REFERENCES concept_goal (id) ON DELETE CASCADE,
  measure_id uuid UNIQUE REFERENCES concept_measure (id) ON DELETE CASCADE,
  text_id uuid UNIQUE REFERENCES concept_text_block (id) ON DELETE CASCADE,
  deleted_at timestamptz NOT NULL,
  account_id uuid,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  CHECK (num_nonnulls(version_id, section_id, goal_id, measure_id, text_id) = 1)
);
CREATE INDEX concept_bin_by_time ON concept_bin (deleted_at);
