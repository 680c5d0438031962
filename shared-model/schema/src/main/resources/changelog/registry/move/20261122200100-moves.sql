--liquibase formatted sql
--changeset kreiskonzept:registry-moves
-- One row for each time that a county was to be brought to another database. Who works at it holds a lease.
CREATE TABLE tenant_move (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenant (id) ON DELETE CASCADE,
  from_data_source text NOT NULL,
  from_schema text NOT NULL,
  to_data_source text NOT NULL,
  to_schema text,
  state_before text NOT NULL CHECK (state_before IN ('active', 'read-only')),
  actor text NOT NULL,
  step text NOT NULL CHECK (step IN ('notice', 'lock', 'copy', 'withdrawal', 'moved', 'taking-back', 'taken-back')),
  tables_all integer NOT NULL DEFAULT 0 CHECK (tables_all >= 0),
  tables_copied integer NOT NULL DEFAULT 0 CHECK (tables_copied >= 0),
  rows_copied bigint NOT NULL DEFAULT 0 CHECK (rows_copied >= 0),
  attempts integer NOT NULL DEFAULT 0,
  last_error text,
  switched_at timestamptz,
  finished_at timestamptz,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX tenant_move_one_at_a_time ON tenant_move (tenant_id) WHERE finished_at IS NULL;
CREATE INDEX tenant_move_by_tenant ON tenant_move (tenant_id, created_at);
CREATE INDEX tenant_move_by_target ON tenant_move (to_data_source) WHERE finished_at IS NULL;
