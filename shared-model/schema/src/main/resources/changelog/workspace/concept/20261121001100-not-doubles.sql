--liquibase formatted sql

--changeset kreiskonzept:concept-not-doubles
-- Two goals or measures in the same words of which a person said that they are no double. It holds as long as both keep their words.
CREATE TABLE concept_not_double (
  node_id uuid NOT NULL,
  first_id uuid NOT NULL,
  version_id uuid NOT NULL REFERENCES concept_version (id) ON DELETE CASCADE,
  words text NOT NULL,
  said_at timestamptz NOT NULL,
  account_id uuid,
  account_name text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (node_id, first_id)
);
CREATE INDEX concept_not_double_by_version ON concept_not_double (version_id);
