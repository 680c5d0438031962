--liquibase formatted sql
--changeset kreiskonzept:concept-retrospect
-- How far a goal of the version that this one is based on was reached, as this version tells it; content of this version, frozen with it
-- and never copied into the next one, which looks back on this one. The person is named by the account alone.
CREATE TABLE concept_retrospect (
  id uuid PRIMARY KEY,
  version_id uuid NOT NULL,
  frozen boolean NOT NULL DEFAULT false,
  goal_id uuid NOT NULL REFERENCES concept_goal (id) ON DELETE CASCADE,
  attainment text NOT NULL CHECK (attainment IN ('open', 'attained', 'partly_attained', 'not_attained', 'not_pursued')),
  explanation text NOT NULL,
  account_id uuid,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  UNIQUE (version_id, goal_id),
  FOREIGN KEY (version_id, frozen) REFERENCES concept_version (id, frozen) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX concept_retrospect_by_goal ON concept_retrospect (goal_id);
ALTER TABLE concept_retrospect ENABLE ROW LEVEL SECURITY;
CREATE POLICY concept_retrospect_read ON concept_retrospect FOR SELECT USING (true);
CREATE POLICY concept_retrospect_create ON concept_retrospect FOR INSERT WITH CHECK (NOT frozen);
CREATE POLICY concept_retrospect_change ON concept_retrospect FOR UPDATE USING (NOT frozen) WITH CHECK (NOT frozen);
CREATE POLICY concept_retrospect_remove ON concept_retrospect FOR DELETE USING (NOT frozen);

--changeset kreiskonzept:concept-history-of-retrospects
ALTER TABLE concept_field_change ADD COLUMN retrospect_id uuid REFERENCES concept_retrospect (id) ON DELETE CASCADE;
ALTER TABLE concept_field_change DROP CONSTRAINT concept_field_change_check;
ALTER TABLE concept_field_change ADD CONSTRAINT concept_field_change_check
  CHECK (num_nonnulls(version_id, section_id, goal_id, measure_id, text_id, retrospect_id) = 1);
CREATE INDEX concept_field_change_by_retrospect ON concept_field_change (retrospect_id, changed_at) WHERE retrospect_id IS NOT NULL;
