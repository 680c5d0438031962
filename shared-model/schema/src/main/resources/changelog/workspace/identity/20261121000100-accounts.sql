--liquibase formatted sql
--changeset kreiskonzept:identity-accounts
CREATE TABLE identity_account (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  name text NOT NULL,
  role text NOT NULL CHECK (role IN ('admin', 'lead', 'editor', 'member', 'reader')),
  password_hash text,
  state text NOT NULL CHECK (state IN ('invited', 'active', 'suspended')),
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);

CREATE TABLE identity_session (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES identity_account (id) ON DELETE CASCADE,
  refresh_hash bytea UNIQUE,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX identity_session_by_account ON identity_session (account_id);

-- A link sent by mail that lets its holder set a password once.
CREATE TABLE identity_ticket (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES identity_account (id) ON DELETE CASCADE,
  purpose text NOT NULL CHECK (purpose IN ('invitation', 'reset')),
  token_hash bytea NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX identity_ticket_by_account ON identity_ticket (account_id);
