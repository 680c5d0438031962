--liquibase formatted sql
--changeset kreiskonzept:onboarding-checklist
-- The county's own checklist, at most one: the whole text, as somebody wrote it and as it could be read then.
CREATE TABLE onboarding_checklist (
  name text PRIMARY KEY CHECK (name = 'own'),
  content text NOT NULL CHECK (content <> ''),
  account_name text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
