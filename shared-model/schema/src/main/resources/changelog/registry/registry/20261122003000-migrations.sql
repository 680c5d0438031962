--liquibase formatted sql
--changeset kreiskonzept:registry-migrations
-- One row for each time that all workspaces were brought to a version. At most one is under way; who works at it holds a lease.
CREATE TABLE migration (
  id uuid PRIMARY KEY,
  target_version text NOT NULL,
  actor text NOT NULL,
  planned integer NOT NULL CHECK (planned >= 0),
  finished_at timestamptz,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX migration_one_at_a_time ON migration ((finished_at IS NULL)) WHERE finished_at IS NULL;
CREATE INDEX migration_by_time ON migration (created_at);

-- A workspace that could not be brought there, and why; it keeps its tables as they were until the next migration.
CREATE TABLE migration_failure (
  tenant_id uuid PRIMARY KEY REFERENCES tenant (id) ON DELETE CASCADE,
  migration_id uuid NOT NULL REFERENCES migration (id) ON DELETE CASCADE,
  reason text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX migration_failure_by_migration ON migration_failure (migration_id);
