--liquibase formatted sql
--changeset kreiskonzept:directory-organisations
-- Merging writes here only: what was merged stays and stands for head_id, so nothing that names it has to be touched, and it can be
-- taken back by merged_into.
CREATE TABLE directory_organisation (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('county_office', 'municipality', 'authority', 'welfare', 'education', 'association', 'other')),
  name text NOT NULL,
  short_name text NOT NULL,
  ags text NOT NULL CHECK (ags ~ '^([0-9]{8})?$'),
  merged_into uuid REFERENCES directory_organisation (id),
  head_id uuid NOT NULL REFERENCES directory_organisation (id),
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  CHECK ((merged_into IS NULL) = (head_id = id)),
  CHECK (ags = '' OR kind = 'municipality')
);
CREATE INDEX directory_organisation_by_head ON directory_organisation (head_id);
CREATE INDEX directory_organisation_by_merger ON directory_organisation (merged_into);

-- Which organisation the concepts mean by a spelling; words is the spelling as it is compared.
CREATE TABLE directory_spelling (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES directory_organisation (id) ON DELETE CASCADE,
  text text NOT NULL,
  words text NOT NULL CHECK (words <> ''),
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  UNIQUE (words)
);
CREATE INDEX directory_spelling_by_organisation ON directory_spelling (organisation_id);
