--liquibase formatted sql
--changeset kreiskonzept:identity-remembered-devices
-- A browser that is not asked for a code for 30 days; the browser holds what the hash is of.
CREATE TABLE identity_remembered_device (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES identity_account (id) ON DELETE CASCADE,
  name text NOT NULL,
  token_hash bytea NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX identity_remembered_device_by_account ON identity_remembered_device (account_id);

-- From where a session was opened, in words, and when it was last used; null: before this was noted.
ALTER TABLE identity_session ADD COLUMN device text;
ALTER TABLE identity_session ADD COLUMN last_used_at timestamptz;
