--liquibase formatted sql
--changeset kreiskonzept:registry-imports
-- An exported file that somebody has sent to this installation: what it says of itself, and how far a workspace is made of it. The file
-- stands in the data folder of the console that has received it, until it is taken over, thrown away or a day old.
CREATE TABLE transfer_import (
  id uuid PRIMARY KEY,
  actor_id uuid,
  actor text NOT NULL,
  file_ags text NOT NULL,
  file_county text NOT NULL,
  file_version text NOT NULL,
  file_exported_at timestamptz NOT NULL,
  file_rows bigint NOT NULL CHECK (file_rows >= 0),
  file_bytes bigint NOT NULL CHECK (file_bytes >= 0),
  state text NOT NULL CHECK (state IN ('checked', 'filling', 'done', 'failed')),
  ags text NOT NULL,
  filled_rows bigint NOT NULL CHECK (filled_rows >= 0),
  failure text NOT NULL,
  tenant_id uuid REFERENCES tenant (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX transfer_import_by_tenant ON transfer_import (tenant_id);
