--liquibase formatted sql
--changeset kreiskonzept:identity-subjects
-- Who an account is to an OpenID provider (OpenID Connect Core 1.0, section 2: issuer and subject together name one person for good).
CREATE TABLE identity_subject (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL UNIQUE REFERENCES identity_account (id) ON DELETE CASCADE,
  issuer text NOT NULL,
  subject text NOT NULL,
  -- When the last attempt began that let the person in; the same one, or one before it, does not a second time.
  last_attempt_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  UNIQUE (issuer, subject)
);
