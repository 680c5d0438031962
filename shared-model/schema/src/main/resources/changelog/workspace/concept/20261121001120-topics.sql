--liquibase formatted sql
--changeset kreiskonzept:concept-topics
-- What a county has said about the names of its own sections: which topic of the shared catalogue they mean. It holds for all versions
-- and is no content of any, so it is not frozen. The words of a name are its letters alone, as directory_spelling has them.
CREATE TABLE concept_topic (
  words text PRIMARY KEY,
  name text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'unmapped', 'mapped')),
  topic text,
  account_id uuid,
  account_name text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  CHECK ((state = 'mapped') = (topic IS NOT NULL))
);
