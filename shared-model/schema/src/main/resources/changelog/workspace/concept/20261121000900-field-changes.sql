--liquibase formatted sql
--changeset kreiskonzept:concept-field-changes
-- What became of every field of a node or of the version's own words, written with the change itself. Rows are never changed; they go
-- only with what they tell of. The person is named by the account alone, so that a name that is erased there is erased here, too.
CREATE TABLE concept_field_change (
  id uuid PRIMARY KEY,
  version_id uuid REFERENCES concept_version (id) ON DELETE CASCADE,
  section_id uuid REFERENCES concept_section (id) ON DELETE CASCADE,
  goal_id uuid REFERENCES concept_goal (id) ON DELETE CASCADE,
  measure_id uuid REFERENCES concept_measure (id) ON DELETE CASCADE,
  text_id uuid REFERENCES concept_text_block (id) ON DELETE CASCADE,
  what text NOT NULL CHECK (what IN ('created', 'changed', 'deleted', 'restored')),
  field text NOT NULL,
  before text NOT NULL,
  after text NOT NULL,
  node_version bigint NOT NULL,
  changed_at timestamptz NOT NULL,
  account_id uuid,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  CHECK (num_nonnulls(version_id, section_id, goal_id, measure_id, text_id) = 1)
);
CREATE INDEX concept_field_change_by_version ON concept_field_change (version_id, changed_at) WHERE version_id IS NOT NULL;
CREATE INDEX concept_field_change_by_section ON concept_field_change (section_id, changed_at) WHERE section_id IS NOT NULL;
CREATE INDEX concept_field_change_by_goal ON concept_field_change (goal_id, changed_at) WHERE goal_id IS NOT NULL;
CREATE INDEX concept_field_change_by_measure ON concept_field_change (measure_id, changed_at) WHERE measure_id IS NOT NULL;
CREATE INDEX concept_field_change_by_text ON concept_field_change (text_id, changed_at) WHERE text_id IS NOT NULL;
