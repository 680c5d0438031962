--liquibase formatted sql
--changeset kreiskonzept:onboarding-created
-- What a confirmed proposal of an answer has created or changed, and where it is now.
CREATE TABLE onboarding_created (
  checklist text NOT NULL,
  action text NOT NULL,
  question text NOT NULL,
  content text NOT NULL,
  target_id uuid NOT NULL,
  account_name text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (checklist, action)
);
