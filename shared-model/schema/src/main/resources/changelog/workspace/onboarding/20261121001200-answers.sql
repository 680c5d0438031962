--liquibase formatted sql
--changeset kreiskonzept:onboarding-answers
-- What a county says to the questions of a checklist. Questions that nobody opened have no row. The content holds the values by field as JSON.
CREATE TABLE onboarding_answer (
  checklist text NOT NULL,
  question text NOT NULL,
  state text NOT NULL CHECK (state IN ('undecided', 'not_yet', 'in_clarification', 'decided', 'not_applicable')),
  why text NOT NULL,
  owner_id uuid REFERENCES identity_account (id) ON DELETE SET NULL,
  due date,
  notes text NOT NULL,
  content text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (checklist, question),
  CHECK ((state = 'not_applicable') = (why <> ''))
);
CREATE INDEX onboarding_answer_by_owner ON onboarding_answer (owner_id);

-- Every saved state of an answer, with who saved it; nobody changes or deletes it.
CREATE TABLE onboarding_answer_change (
  id uuid PRIMARY KEY,
  checklist text NOT NULL,
  question text NOT NULL,
  state text NOT NULL CHECK (state IN ('undecided', 'not_yet', 'in_clarification', 'decided', 'not_applicable')),
  why text NOT NULL,
  owner_name text NOT NULL,
  due date,
  notes text NOT NULL,
  content text NOT NULL,
  account_id uuid,
  account_name text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX onboarding_answer_change_by_question ON onboarding_answer_change (checklist, question, created_at);
