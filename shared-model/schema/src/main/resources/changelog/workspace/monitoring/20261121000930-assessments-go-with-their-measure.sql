--liquibase formatted sql
--changeset kreiskonzept:monitoring-assessments-go-with-their-measure
-- A measure of a draft that is deleted for good takes its history along; nobody can delete a row of it alone.
ALTER TABLE monitoring_assessment DROP CONSTRAINT monitoring_assessment_measure_id_fkey;
ALTER TABLE monitoring_assessment ADD CONSTRAINT monitoring_assessment_measure_id_fkey
  FOREIGN KEY (measure_id) REFERENCES concept_measure (id) ON DELETE CASCADE;
