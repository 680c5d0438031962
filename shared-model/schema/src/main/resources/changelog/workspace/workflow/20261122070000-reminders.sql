--liquibase formatted sql
--changeset kreiskonzept:workflow-reminders
-- That somebody was told of the last day of a step: once before it and once after it. Another last day is told anew.
CREATE TABLE workflow_reminder (
  id uuid PRIMARY KEY,
  step_id uuid NOT NULL REFERENCES workflow_step (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('ahead', 'late')),
  last_day date NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  UNIQUE (step_id, kind, last_day)
);
