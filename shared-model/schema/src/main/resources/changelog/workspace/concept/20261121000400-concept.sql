--liquibase formatted sql
--changeset kreiskonzept:concept-tree
CREATE TABLE concept (
  id uuid PRIMARY KEY,
  title text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);

CREATE TABLE concept_version (
  id uuid PRIMARY KEY,
  concept_id uuid NOT NULL REFERENCES concept (id) ON DELETE CASCADE,
  label text NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'preliminary', 'adopted', 'published', 'superseded')),
  stated_goals integer CHECK (stated_goals >= 0),
  stated_measures integer CHECK (stated_measures >= 0),
  deleted_at timestamptz,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX concept_version_by_concept ON concept_version (concept_id);

CREATE TABLE concept_section (
  id uuid PRIMARY KEY,
  version_id uuid NOT NULL REFERENCES concept_version (id) ON DELETE CASCADE,
  parent_id uuid REFERENCES concept_section (id) ON DELETE CASCADE,
  position integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('field_of_action', 'cross_cutting_theme', 'other')),
  number text NOT NULL,
  name text NOT NULL,
  stated_goals integer CHECK (stated_goals >= 0),
  stated_measures integer CHECK (stated_measures >= 0),
  deleted_at timestamptz,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX concept_section_by_version ON concept_section (version_id, position);
CREATE INDEX concept_section_by_parent ON concept_section (parent_id);

CREATE TABLE concept_goal (
  id uuid PRIMARY KEY,
  section_id uuid NOT NULL REFERENCES concept_section (id) ON DELETE CASCADE,
  parent_id uuid REFERENCES concept_goal (id) ON DELETE CASCADE,
  position integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('overall_goal', 'sub_goal', 'goal')),
  number text NOT NULL,
  text text NOT NULL,
  deleted_at timestamptz,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX concept_goal_by_section ON concept_goal (section_id, position);
CREATE INDEX concept_goal_by_parent ON concept_goal (parent_id);

CREATE TABLE concept_measure (
  id uuid PRIMARY KEY,
  section_id uuid NOT NULL REFERENCES concept_section (id) ON DELETE CASCADE,
  position integer NOT NULL,
  number text NOT NULL,
  text text NOT NULL,
  description text NOT NULL,
  responsible text NOT NULL,
  counted boolean NOT NULL,
  light text NOT NULL CHECK (light IN ('green', 'yellow', 'red', 'grey')),
  reason text CHECK (reason IN ('no_demand', 'no_interest', 'responsibility_elsewhere', 'done_by_others',
    'no_capacity', 'not_sensible')),
  deleted_at timestamptz,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX concept_measure_by_section ON concept_measure (section_id, position);

-- Which goals a measure serves; it may be several.
CREATE TABLE concept_goal_measure (
  goal_id uuid NOT NULL REFERENCES concept_goal (id) ON DELETE CASCADE,
  measure_id uuid NOT NULL REFERENCES concept_measure (id) ON DELETE CASCADE,
  position integer NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (goal_id, measure_id)
);
CREATE INDEX concept_goal_measure_by_measure ON concept_goal_measure (measure_id);

-- Belongs to the version as a whole, to a section or to a goal.
CREATE TABLE concept_text_block (
  id uuid PRIMARY KEY,
  version_id uuid NOT NULL REFERENCES concept_version (id) ON DELETE CASCADE,
  section_id uuid REFERENCES concept_section (id) ON DELETE CASCADE,
  goal_id uuid REFERENCES concept_goal (id) ON DELETE CASCADE,
  position integer NOT NULL,
  name text NOT NULL,
  text text NOT NULL,
  deleted_at timestamptz,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  CHECK (section_id IS NULL OR goal_id IS NULL)
);
CREATE INDEX concept_text_block_by_version ON concept_text_block (version_id, position);
CREATE INDEX concept_text_block_by_section ON concept_text_block (section_id);
CREATE INDEX concept_text_block_by_goal ON concept_text_block (goal_id);

-- Which editors may change which part; a section means everything below it, too.
CREATE TABLE concept_editor (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES identity_account (id) ON DELETE CASCADE,
  section_id uuid REFERENCES concept_section (id) ON DELETE CASCADE,
  measure_id uuid REFERENCES concept_measure (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  CHECK (num_nonnulls(section_id, measure_id) = 1),
  UNIQUE NULLS NOT DISTINCT (account_id, section_id, measure_id)
);
CREATE INDEX concept_editor_by_section ON concept_editor (section_id);
CREATE INDEX concept_editor_by_measure ON concept_editor (measure_id);
