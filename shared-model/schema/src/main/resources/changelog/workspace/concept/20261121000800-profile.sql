--liquibase formatted sql
--changeset kreiskonzept:concept-profile
-- How a version calls and numbers its levels, and which rules it keeps. It belongs to the version, as an adopted one keeps its words.
CREATE TABLE concept_profile (
  version_id uuid PRIMARY KEY,
  frozen boolean NOT NULL DEFAULT false,
  template text NOT NULL,
  rule_overall_goal boolean NOT NULL,
  rule_measure boolean NOT NULL,
  rule_responsible boolean NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  FOREIGN KEY (version_id, frozen) REFERENCES concept_version (id, frozen) ON UPDATE CASCADE ON DELETE CASCADE
);

-- What stands on a level; text blocks that are proposed for it, one a line.
CREATE TABLE concept_profile_name (
  version_id uuid NOT NULL REFERENCES concept_profile (version_id) ON DELETE CASCADE,
  frozen boolean NOT NULL DEFAULT false,
  level integer NOT NULL CHECK (level BETWEEN 0 AND 4),
  part text NOT NULL CHECK (part IN ('field_of_action', 'cross_cutting_theme', 'other', 'overall_goal', 'sub_goal', 'goal',
    'measure')),
  position integer NOT NULL,
  singular text NOT NULL,
  plural text NOT NULL,
  numbering text NOT NULL CHECK (numbering IN ('free', 'plain', 'dotted', 'lettered')),
  texts text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (version_id, level, part),
  FOREIGN KEY (version_id, frozen) REFERENCES concept_version (id, frozen) ON UPDATE CASCADE ON DELETE CASCADE
);

--changeset kreiskonzept:concept-profile-frozen-from-adoption-on
ALTER TABLE concept_profile ENABLE ROW LEVEL SECURITY;
CREATE POLICY concept_profile_read ON concept_profile FOR SELECT USING (true);
CREATE POLICY concept_profile_create ON concept_profile FOR INSERT WITH CHECK (NOT frozen);
CREATE POLICY concept_profile_change ON concept_profile FOR UPDATE USING (NOT frozen) WITH CHECK (NOT frozen);
CREATE POLICY concept_profile_remove ON concept_profile FOR DELETE USING (NOT frozen);
ALTER TABLE concept_profile_name ENABLE ROW LEVEL SECURITY;
CREATE POLICY concept_profile_name_read ON concept_profile_name FOR SELECT USING (true);
CREATE POLICY concept_profile_name_create ON concept_profile_name FOR INSERT WITH CHECK (NOT frozen);
CREATE POLICY concept_profile_name_change ON concept_profile_name FOR UPDATE USING (NOT frozen) WITH CHECK (NOT frozen);
CREATE POLICY concept_profile_name_remove ON concept_profile_name FOR DELETE USING (NOT frozen);
