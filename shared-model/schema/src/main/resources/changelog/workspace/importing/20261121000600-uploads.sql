--liquibase formatted sql
--changeset kreiskonzept:importing-uploads
-- A text brought in for an import; it waits here between preview and take-over.
CREATE TABLE importing_upload (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  file_name text NOT NULL,
  content text NOT NULL,
  checksum bytea NOT NULL,
  state text NOT NULL CHECK (state IN ('preview', 'taken_over')),
  version_id uuid REFERENCES concept_version (id) ON DELETE SET NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX importing_upload_by_time ON importing_upload (created_at);
