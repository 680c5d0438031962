--liquibase formatted sql
--changeset kreiskonzept:monitoring-aggregates
-- How the county adds lights up to one colour; without the row the usual rule holds.
CREATE TABLE monitoring_setting (
  id bigint PRIMARY KEY CHECK (id = 1),
  rule text NOT NULL CHECK (rule IN ('worst', 'majority', 'share')),
  green_share integer NOT NULL CHECK (green_share BETWEEN 1 AND 100),
  red_share integer NOT NULL CHECK (red_share BETWEEN 1 AND 100),
  assessed_share integer NOT NULL CHECK (assessed_share BETWEEN 0 AND 100),
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);

-- Colours that people set for a section, a goal or all of a version instead of the computed one; the latest row of a place holds, and
-- one without a light takes the colour back. Rows are never changed.
CREATE TABLE monitoring_override (
  id uuid PRIMARY KEY,
  version_id uuid NOT NULL REFERENCES concept_version (id) ON DELETE CASCADE,
  section_id uuid,
  goal_id uuid,
  computed text NOT NULL CHECK (computed IN ('green', 'yellow', 'red', 'grey')),
  light text CHECK (light IN ('green', 'yellow', 'red', 'grey')),
  reason text NOT NULL,
  account_id uuid,
  account_name text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  CHECK (num_nonnulls(section_id, goal_id) <= 1),
  CHECK (light IS NULL OR reason <> ''),
  FOREIGN KEY (section_id, version_id) REFERENCES concept_section (id, version_id) ON DELETE CASCADE,
  FOREIGN KEY (goal_id, version_id) REFERENCES concept_goal (id, version_id) ON DELETE CASCADE
);
CREATE INDEX monitoring_override_by_version ON monitoring_override (version_id, created_at);
CREATE INDEX monitoring_override_by_section ON monitoring_override (section_id, version_id) WHERE section_id IS NOT NULL;
CREATE INDEX monitoring_override_by_goal ON monitoring_override (goal_id, version_id) WHERE goal_id IS NOT NULL;
