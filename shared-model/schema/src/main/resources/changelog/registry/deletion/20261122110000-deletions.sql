--liquibase formatted sql
--changeset kreiskonzept:registry-deletions
-- The end of a county's data: who asked, what county and archive have said, how far the removal is, and at last the certificate.
-- None of the county's content; stays after the county is gone.
CREATE TABLE deletion (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenant (id) ON DELETE CASCADE,
  asked_by text NOT NULL,
  reason text NOT NULL,
  recorded_by text NOT NULL,
  progress text NOT NULL CHECK (progress IN ('open', 'erasing', 'done', 'cancelled')),
  export_answer text CHECK (export_answer IN ('taken', 'declined')),
  export_on date,
  export_digest text,
  archive text,
  offered_on date,
  archive_answer text CHECK (archive_answer IN ('open', 'accepted', 'declined')),
  answered_on date,
  archive_reason text,
  settled_on date,
  step text,
  last_error text,
  ended_at timestamptz,
  certificate text,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX deletion_one_at_a_time ON deletion (tenant_id) WHERE progress <> 'cancelled';
CREATE INDEX deletion_by_tenant ON deletion (tenant_id, created_at);

-- How many rows the tables of a county had when the removal began.
CREATE TABLE deletion_count (
  deletion_id uuid NOT NULL REFERENCES deletion (id) ON DELETE CASCADE,
  table_name text NOT NULL,
  row_count bigint NOT NULL CHECK (row_count >= 0),
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (deletion_id, table_name)
);
