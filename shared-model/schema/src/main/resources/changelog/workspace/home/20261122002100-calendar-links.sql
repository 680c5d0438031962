--liquibase formatted sql
--changeset kreiskonzept:home-calendar-links
-- The link by which an account subscribes to the dates of the county; only its hash is kept.
CREATE TABLE home_calendar_link (
  account_id uuid PRIMARY KEY REFERENCES identity_account (id) ON DELETE CASCADE,
  secret_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
