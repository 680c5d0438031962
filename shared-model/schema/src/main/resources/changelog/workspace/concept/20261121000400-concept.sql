--liquibase formatted sql
--changeset kreiskonzept:concept-tree
CREATE TABLE concept (
  id uuid PRIMARY KEY,
  title text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);

-- From adoption on a version is frozen: the foreign keys on (version_id, frozen) carry the mark into everything that belongs to it,
-- and the policies below refuse every later change, whatever route it comes by. Nothing takes the mark back.
CREATE TABLE concept_version (
  id uuid PRIMARY KEY,
  concept_id uuid NOT NULL REFERENCES concept (id),
  label text NOT NULL,
  frozen boolean NOT NULL DEFAULT false,
  based_on uuid REFERENCES concept_version (id),
  relation text CHECK (relation IN ('successor', 'supplement')),
  stated_goals integer CHECK (stated_goals >= 0),
  stated_measures integer CHECK (stated_measures >= 0),
  deleted_at timestamptz,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  UNIQUE (id, frozen),
  CHECK (num_nonnulls(based_on, relation) <> 1)
);
CREATE INDEX concept_version_by_concept ON concept_version (concept_id);
CREATE INDEX concept_version_by_base ON concept_version (based_on);

-- The life of a version, step by step; the last step is its state. Rows are never changed.
CREATE TABLE concept_version_step (
  version_id uuid NOT NULL REFERENCES concept_version (id) ON DELETE CASCADE,
  position integer NOT NULL CHECK (position >= 0),
  state text NOT NULL CHECK (state IN ('draft', 'preliminary', 'adopted', 'published', 'superseded')),
  decided_on date,
  decided_by text NOT NULL,
  resolution text NOT NULL,
  account_id uuid,
  account_name text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (version_id, position)
);

CREATE TABLE concept_section (
  id uuid PRIMARY KEY,
  version_id uuid NOT NULL,
  frozen boolean NOT NULL DEFAULT false,
  parent_id uuid,
  position integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('field_of_action', 'cross_cutting_theme', 'other')),
  number text NOT NULL,
  name text NOT NULL,
  stated_goals integer CHECK (stated_goals >= 0),
  stated_measures integer CHECK (stated_measures >= 0),
  deleted_at timestamptz,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  UNIQUE (id, version_id),
  FOREIGN KEY (version_id, frozen) REFERENCES concept_version (id, frozen) ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (parent_id, version_id) REFERENCES concept_section (id, version_id) ON DELETE CASCADE
);
CREATE INDEX concept_section_by_version ON concept_section (version_id, position);
CREATE INDEX concept_section_by_parent ON concept_section (parent_id);

CREATE TABLE concept_goal (
  id uuid PRIMARY KEY,
  version_id uuid NOT NULL,
  frozen boolean NOT NULL DEFAULT false,
  section_id uuid NOT NULL,
  parent_id uuid,
  position integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('overall_goal', 'sub_goal', 'goal')),
  number text NOT NULL,
  text text NOT NULL,
  deleted_at timestamptz,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  UNIQUE (id, version_id),
  FOREIGN KEY (version_id, frozen) REFERENCES concept_version (id, frozen) ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (section_id, version_id) REFERENCES concept_section (id, version_id) ON DELETE CASCADE,
  FOREIGN KEY (parent_id, version_id) REFERENCES concept_goal (id, version_id) ON DELETE CASCADE
);
CREATE INDEX concept_goal_by_version ON concept_goal (version_id);
CREATE INDEX concept_goal_by_section ON concept_goal (section_id, position);
CREATE INDEX concept_goal_by_parent ON concept_goal (parent_id);

CREATE TABLE concept_measure (
  id uuid PRIMARY KEY,
  version_id uuid NOT NULL,
  frozen boolean NOT NULL DEFAULT false,
  section_id uuid NOT NULL,
  position integer NOT NULL,
  number text NOT NULL,
  text text NOT NULL,
  description text NOT NULL,
  responsible text NOT NULL,
  deleted_at timestamptz,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  UNIQUE (id, version_id),
  FOREIGN KEY (version_id, frozen) REFERENCES concept_version (id, frozen) ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (section_id, version_id) REFERENCES concept_section (id, version_id) ON DELETE CASCADE
);
CREATE INDEX concept_measure_by_version ON concept_measure (version_id);
CREATE INDEX concept_measure_by_section ON concept_measure (section_id, position);

-- Which goals a measure serves; it may be several.
CREATE TABLE concept_goal_measure (
  goal_id uuid NOT NULL,
  measure_id uuid NOT NULL,
  version_id uuid NOT NULL,
  frozen boolean NOT NULL DEFAULT false,
  position integer NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (goal_id, measure_id),
  FOREIGN KEY (version_id, frozen) REFERENCES concept_version (id, frozen) ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (goal_id, version_id) REFERENCES concept_goal (id, version_id) ON DELETE CASCADE,
  FOREIGN KEY (measure_id, version_id) REFERENCES concept_measure (id, version_id) ON DELETE CASCADE
);
CREATE INDEX concept_goal_measure_by_version ON concept_goal_measure (version_id);
CREATE INDEX concept_goal_measure_by_measure ON concept_goal_measure (measure_id);

-- Belongs to the version as a whole, to a section or to a goal.
CREATE TABLE concept_text_block (
  id uuid PRIMARY KEY,
  version_id uuid NOT NULL,
  frozen boolean NOT NULL DEFAULT false,
  section_id uuid,
  goal_id uuid,
  position integer NOT NULL,
  name text NOT NULL,
  text text NOT NULL,
  deleted_at timestamptz,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  CHECK (section_id IS NULL OR goal_id IS NULL),
  FOREIGN KEY (version_id, frozen) REFERENCES concept_version (id, frozen) ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (section_id, version_id) REFERENCES concept_section (id, version_id) ON DELETE CASCADE,
  FOREIGN KEY (goal_id, version_id) REFERENCES concept_goal (id, version_id) ON DELETE CASCADE
);
CREATE INDEX concept_text_block_by_version ON concept_text_block (version_id, position);
CREATE INDEX concept_text_block_by_section ON concept_text_block (section_id);
CREATE INDEX concept_text_block_by_goal ON concept_text_block (goal_id);

-- Which part of the version this one is based on lives on in which of its own parts. Several rows with one successor: merged; several
-- with one predecessor: split; a part of the old version without a row: dropped; one of the new version: new. The ids are those of
-- sections, goals or measures.
CREATE TABLE concept_lineage (
  version_id uuid NOT NULL,
  frozen boolean NOT NULL DEFAULT false,
  kind text NOT NULL CHECK (kind IN ('section', 'goal', 'measure')),
  predecessor_id uuid NOT NULL,
  successor_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (version_id, predecessor_id, successor_id),
  FOREIGN KEY (version_id, frozen) REFERENCES concept_version (id, frozen) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX concept_lineage_by_predecessor ON concept_lineage (predecessor_id);
CREATE INDEX concept_lineage_by_successor ON concept_lineage (successor_id);

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

--changeset kreiskonzept:concept-frozen-from-adoption-on
ALTER TABLE concept_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY concept_version_read ON concept_version FOR SELECT USING (true);
CREATE POLICY concept_version_create ON concept_version FOR INSERT WITH CHECK (NOT frozen);
CREATE POLICY concept_version_change ON concept_version FOR UPDATE USING (NOT frozen) WITH CHECK (true);
CREATE POLICY concept_version_remove ON concept_version FOR DELETE USING (NOT frozen);
ALTER TABLE concept_section ENABLE ROW LEVEL SECURITY;
CREATE POLICY concept_section_read ON concept_section FOR SELECT USING (true);
CREATE POLICY concept_section_create ON concept_section FOR INSERT WITH CHECK (NOT frozen);
CREATE POLICY concept_section_change ON concept_section FOR UPDATE USING (NOT frozen) WITH CHECK (NOT frozen);
CREATE POLICY concept_section_remove ON concept_section FOR DELETE USING (NOT frozen);
ALTER TABLE concept_goal ENABLE ROW LEVEL SECURITY;
CREATE POLICY concept_goal_read ON concept_goal FOR SELECT USING (true);
CREATE POLICY concept_goal_create ON concept_goal FOR INSERT WITH CHECK (NOT frozen);
CREATE POLICY concept_goal_change ON concept_goal FOR UPDATE USING (NOT frozen) WITH CHECK (NOT frozen);
CREATE POLICY concept_goal_remove ON concept_goal FOR DELETE USING (NOT frozen);
ALTER TABLE concept_measure ENABLE ROW LEVEL SECURITY;
CREATE POLICY concept_measure_read ON concept_measure FOR SELECT USING (true);
CREATE POLICY concept_measure_create ON concept_measure FOR INSERT WITH CHECK (NOT frozen);
CREATE POLICY concept_measure_change ON concept_measure FOR UPDATE USING (NOT frozen) WITH CHECK (NOT frozen);
CREATE POLICY concept_measure_remove ON concept_measure FOR DELETE USING (NOT frozen);
ALTER TABLE concept_goal_measure ENABLE ROW LEVEL SECURITY;
CREATE POLICY concept_goal_measure_read ON concept_goal_measure FOR SELECT USING (true);
CREATE POLICY concept_goal_measure_create ON concept_goal_measure FOR INSERT WITH CHECK (NOT frozen);
CREATE POLICY concept_goal_measure_change ON concept_goal_measure FOR UPDATE USING (NOT frozen) WITH CHECK (NOT frozen);
CREATE POLICY concept_goal_measure_remove ON concept_goal_measure FOR DELETE USING (NOT frozen);
ALTER TABLE concept_text_block ENABLE ROW LEVEL SECURITY;
CREATE POLICY concept_text_block_read ON concept_text_block FOR SELECT USING (true);
CREATE POLICY concept_text_block_create ON concept_text_block FOR INSERT WITH CHECK (NOT frozen);
CREATE POLICY concept_text_block_change ON concept_text_block FOR UPDATE USING (NOT frozen) WITH CHECK (NOT frozen);
CREATE POLICY concept_text_block_remove ON concept_text_block FOR DELETE USING (NOT frozen);
ALTER TABLE concept_lineage ENABLE ROW LEVEL SECURITY;
CREATE POLICY concept_lineage_read ON concept_lineage FOR SELECT USING (true);
CREATE POLICY concept_lineage_create ON concept_lineage FOR INSERT WITH CHECK (NOT frozen);
CREATE POLICY concept_lineage_change ON concept_lineage FOR UPDATE USING (NOT frozen) WITH CHECK (NOT frozen);
CREATE POLICY concept_lineage_remove ON concept_lineage FOR DELETE USING (NOT frozen);
