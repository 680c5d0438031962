--liquibase formatted sql
--changeset kreiskonzept:resolution-corrections
-- A result as it stood before somebody corrected it, and why it was wrong; written once. Without a decision body is empty.
CREATE TABLE resolution_correction (
  id uuid PRIMARY KEY,
  consultation_id uuid NOT NULL REFERENCES resolution_consultation (id),
  result text NOT NULL CHECK (result IN ('approved', 'amended', 'unanimous', 'majority', 'rejected', 'postponed', 'noted', 'withdrawn')),
  day date,
  body text NOT NULL,
  yes integer CHECK (yes >= 0),
  no integer CHECK (no >= 0),
  abstained integer CHECK (abstained >= 0),
  biased integer CHECK (biased >= 0),
  present integer CHECK (present >= 0),
  members integer CHECK (members >= 0),
  groups text NOT NULL,
  majority text NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  author text NOT NULL,
  account_id uuid,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX resolution_correction_by_consultation ON resolution_correction (consultation_id, created_at);
