--liquibase formatted sql
--changeset kreiskonzept:concept-smart
-- What people say about a goal, one row for each criterion. It is no content of the version and is not frozen with it.
CREATE TABLE concept_smart (
  goal_id uuid NOT NULL REFERENCES concept_goal (id) ON DELETE CASCADE,
  criterion text NOT NULL CHECK (criterion IN ('specific', 'measurable', 'accepted', 'realistic', 'timed', 'influenceable')),
  verdict text NOT NULL CHECK (verdict IN ('yes', 'no', 'open')),
  judged_at timestamptz NOT NULL,
  account_id uuid,
  account_name text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (goal_id, criterion)
);
