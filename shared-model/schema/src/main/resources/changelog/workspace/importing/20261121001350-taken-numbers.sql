--liquibase formatted sql

--changeset kreiskonzept:importing-taken-numbers
-- Indicators and figures that a take-over has added or changed, too.
ALTER TABLE importing_taken DROP CONSTRAINT importing_taken_kind_check;
ALTER TABLE importing_taken ADD CONSTRAINT importing_taken_kind_check
  CHECK (kind IN ('version', 'section', 'goal', 'measure', 'text', 'indicator', 'figure'));
