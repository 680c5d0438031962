--liquibase formatted sql
--changeset kreiskonzept:monitoring-assessments
-- What holds for a measure now; without a row it is grey and counts. It changes after the text of the measure is frozen, too.
CREATE TABLE monitoring_light (
  measure_id uuid PRIMARY KEY REFERENCES concept_measure (id) ON DELETE CASCADE,
  light text NOT NULL CHECK (light IN ('green', 'yellow', 'red', 'grey')),
  reason text CHECK (reason IN ('no_demand', 'no_interest', 'responsibility_elsewhere', 'done_by_others',
    'no_capacity', 'not_sensible')),
  counted boolean NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  CHECK (reason IS NULL OR light = 'red')
);

-- History of every light; rows are never changed.
CREATE TABLE monitoring_assessment (
  id uuid PRIMARY KEY,
  measure_id uuid NOT NULL REFERENCES concept_measure (id),
  light text NOT NULL CHECK (light IN ('green', 'yellow', 'red', 'grey')),
  reason text CHECK (reason IN ('no_demand', 'no_interest', 'responsibility_elsewhere', 'done_by_others',
    'no_capacity', 'not_sensible')),
  justification text NOT NULL,
  assessed_at timestamptz NOT NULL,
  account_id uuid,
  account_name text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX monitoring_assessment_by_measure ON monitoring_assessment (measure_id, assessed_at);
