--liquibase formatted sql
--changeset kreiskonzept:concept-field-and-theme
-- A section may be a field of action and a cross-cutting theme at once.
ALTER TABLE concept_section DROP CONSTRAINT concept_section_kind_check;
ALTER TABLE concept_section ADD CONSTRAINT concept_section_kind_check
  CHECK (kind IN ('field_of_action', 'cross_cutting_theme', 'field_and_theme', 'other'));
