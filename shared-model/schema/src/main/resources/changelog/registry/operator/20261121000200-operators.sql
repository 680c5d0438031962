--liquibase formatted sql
--changeset kreiskonzept:operator-accounts
CREATE TABLE operator_account (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  name text NOT NULL,
  role text NOT NULL CHECK (role IN ('operator', 'support')),
  password_hash text,
  state text NOT NULL CHECK (state IN ('invited', 'active', 'suspended')),
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);

CREATE TABLE operator_session (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES operator_account (id) ON DELETE CASCADE,
  refresh_hash bytea UNIQUE,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX operator_session_by_account ON operator_session (account_id);
