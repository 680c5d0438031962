--liquibase formatted sql
--changeset kreiskonzept:monitoring-scope
-- Whether a measure counts in the evaluation of a round; one without a row counts as it does in the Ampel of that day.
CREATE TABLE monitoring_scope (
  round_id uuid NOT NULL REFERENCES monitoring_round (id) ON DELETE CASCADE,
  measure_id uuid NOT NULL REFERENCES concept_measure (id) ON DELETE CASCADE,
  counted boolean NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (round_id, measure_id)
);
CREATE INDEX monitoring_scope_by_measure ON monitoring_scope (measure_id);
