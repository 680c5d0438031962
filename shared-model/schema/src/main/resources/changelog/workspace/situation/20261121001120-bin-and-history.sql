--liquibase formatted sql
--changeset kreiskonzept:situation-history-of-fields
-- Indicators and figures have a history and a bin as all other parts of the concept.
ALTER TABLE concept_field_change ADD COLUMN indicator_id uuid REFERENCES situation_indicator (id) ON DELETE CASCADE;
ALTER TABLE concept_field_change ADD COLUMN figure_id uuid REFERENCES situation_figure (id) ON DELETE CASCADE;
ALTER TABLE concept_field_change DROP CONSTRAINT concept_field_change_check;
ALTER TABLE concept_field_change ADD CONSTRAINT concept_field_change_check
  CHECK (num_nonnulls(version_id, section_id, goal_id, measure_id, text_id, retrospect_id, indicator_id, figure_id) = 1);
CREATE INDEX concept_field_change_by_indicator ON concept_field_change (indicator_id, changed_at) WHERE indicator_id IS NOT NULL;
CREATE INDEX concept_field_change_by_figure ON concept_field_change (figure_id, changed_at) WHERE figure_id IS NOT NULL;

--changeset kreiskonzept:situation-bin
ALTER TABLE concept_bin ADD COLUMN indicator_id uuid UNIQUE REFERENCES situation_indicator (id) ON DELETE CASCADE;
ALTER TABLE concept_bin ADD COLUMN figure_id uuid UNIQUE REFERENCES situation_figure (id) ON DELETE CASCADE;
ALTER TABLE concept_bin DROP CONSTRAINT concept_bin_check;
ALTER TABLE concept_bin ADD CONSTRAINT concept_bin_check
  CHECK (num_nonnulls(version_id, section_id, goal_id, measure_id, text_id, indicator_id, figure_id) = 1);
