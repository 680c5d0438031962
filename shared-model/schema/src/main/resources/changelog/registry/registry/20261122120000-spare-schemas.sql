--liquibase formatted sql
--changeset kreiskonzept:registry-spare-schemas
-- A schema and role that stands beside the workspaces: one that is being filled, or the one that a county had before it was restored.
CREATE TABLE spare_schema (
  name text PRIMARY KEY CHECK (name ~ '^t_[a-z0-9]{20}$'),
  tenant_id uuid REFERENCES tenant (id) ON DELETE CASCADE,
  purpose text NOT NULL CHECK (purpose IN ('filling', 'previous', 'removing')),
  kept_until timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX spare_schema_by_time ON spare_schema (kept_until);
CREATE INDEX spare_schema_by_tenant ON spare_schema (tenant_id);
