--liquibase formatted sql
--changeset kreiskonzept:identity-notices
-- Which mails a person wants; who has said nothing gets them all.
CREATE TABLE identity_notice (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES identity_account (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('digest', 'overdue')),
  wanted boolean NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  UNIQUE (account_id, kind)
);
