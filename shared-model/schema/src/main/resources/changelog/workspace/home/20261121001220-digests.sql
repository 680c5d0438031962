--liquibase formatted sql
--changeset kreiskonzept:home-digests
-- The weekly mail to a person: that it was written, and the secret in it with which its reader can end it.
CREATE TABLE home_digest (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES identity_account (id) ON DELETE CASCADE,
  monday date NOT NULL,
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  UNIQUE (account_id, monday)
);
