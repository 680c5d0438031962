--liquibase formatted sql
--changeset kreiskonzept:registry-examinations
-- One row for the examination of all workspaces that is under way, and one for the last that has ended. Who works at it holds a lease.
CREATE TABLE examination (
  id uuid PRIMARY KEY,
  actor_id uuid,
  actor text NOT NULL,
  repairs boolean NOT NULL,
  planned integer NOT NULL CHECK (planned >= 0),
  examined integer NOT NULL CHECK (examined >= 0),
  reached uuid,
  finished_at timestamptz,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX examination_one_at_a_time ON examination ((finished_at IS NULL)) WHERE finished_at IS NULL;

-- What was found: names of the catalogue and of changesets, one a line, nothing of the content of a county.
CREATE TABLE examination_finding (
  id uuid PRIMARY KEY,
  examination_id uuid NOT NULL REFERENCES examination (id) ON DELETE CASCADE,
  tenant_id uuid REFERENCES tenant (id) ON DELETE CASCADE,
  kind text NOT NULL,
  schema_name text NOT NULL,
  details text NOT NULL,
  repaired boolean NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX examination_finding_by_examination ON examination_finding (examination_id);
CREATE INDEX examination_finding_by_tenant ON examination_finding (tenant_id);
