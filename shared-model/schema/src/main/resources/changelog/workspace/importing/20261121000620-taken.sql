--liquibase formatted sql

--changeset kreiskonzept:importing-taken
-- What the take-over of an upload has touched, so that it can be taken back: rows it added, and how rows it changed were before.
ALTER TABLE importing_upload
  ADD COLUMN began boolean NOT NULL DEFAULT false;

CREATE TABLE importing_taken (
  upload_id uuid NOT NULL REFERENCES importing_upload (id) ON DELETE CASCADE,
  node_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('version', 'section', 'goal', 'measure', 'text')),
  before jsonb,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (upload_id, node_id)
);
