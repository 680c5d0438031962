--liquibase formatted sql
--changeset kreiskonzept:operator-second-factor
-- The secret is sealed for one account of one county or the provider; copied to another row it opens nothing.
CREATE TABLE operator_second_factor (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL UNIQUE REFERENCES operator_account (id) ON DELETE CASCADE,
  secret bytea NOT NULL,
  last_step bigint NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);

CREATE TABLE operator_recovery_code (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES operator_account (id) ON DELETE CASCADE,
  code_hash bytea NOT NULL,
  used_at timestamptz,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  UNIQUE (account_id, code_hash)
);

-- When a code was last given in this session; null: never.
ALTER TABLE operator_session ADD COLUMN code_at timestamptz;
