--liquibase formatted sql
--changeset kreiskonzept:workflow-step-gates
-- What a step waits for, who took part and who looks after it; follows holds ids of steps of the same process.
ALTER TABLE workflow_step
  ADD COLUMN follows uuid[] NOT NULL DEFAULT '{}',
  ADD COLUMN resolution_needed boolean NOT NULL DEFAULT false,
  ADD COLUMN resolution text NOT NULL DEFAULT '',
  ADD COLUMN participants text NOT NULL DEFAULT '',
  ADD COLUMN invited integer CHECK (invited BETWEEN 0 AND 99999),
  ADD COLUMN present integer CHECK (present BETWEEN 0 AND 99999),
  ADD COLUMN working_groups text NOT NULL DEFAULT '',
  ADD COLUMN results text NOT NULL DEFAULT '',
  ADD COLUMN owner_id uuid REFERENCES identity_account (id) ON DELETE SET NULL;
CREATE INDEX workflow_step_by_owner ON workflow_step (owner_id);

-- Every change of the state of a step, never changed afterwards.
CREATE TABLE workflow_step_change (
  id uuid PRIMARY KEY,
  step_id uuid NOT NULL REFERENCES workflow_step (id) ON DELETE CASCADE,
  from_state text NOT NULL CHECK (from_state IN ('planned', 'under_way', 'done', 'dropped')),
  to_state text NOT NULL CHECK (to_state IN ('planned', 'under_way', 'done', 'dropped')),
  reason text NOT NULL,
  account_name text NOT NULL,
  happened_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX workflow_step_change_by_step ON workflow_step_change (step_id, happened_at);
