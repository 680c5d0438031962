--liquibase formatted sql
--changeset kreiskonzept:concept-writing
-- Who has which form open, and what was typed there and not saved yet. The content is for its writer alone.
CREATE TABLE concept_writing (
  account_id uuid NOT NULL REFERENCES identity_account (id) ON DELETE CASCADE,
  form text NOT NULL,
  version_id uuid NOT NULL REFERENCES concept_version (id) ON DELETE CASCADE,
  node_id uuid,
  node_version bigint NOT NULL,
  content text,
  written_at timestamptz,
  seen_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (account_id, form),
  CHECK (num_nonnulls(content, written_at) <> 1)
);
CREATE INDEX concept_writing_by_version ON concept_writing (version_id);
CREATE INDEX concept_writing_by_form ON concept_writing (form, seen_at);
CREATE INDEX concept_writing_by_node ON concept_writing (node_id, seen_at) WHERE node_id IS NOT NULL;
