--liquibase formatted sql
--changeset kreiskonzept:monitoring-evidence-of-questions
-- A file may also prove the answer to a question of the guided start; one table for all files keeps the number of tables down.
ALTER TABLE monitoring_evidence ADD COLUMN checklist text;
ALTER TABLE monitoring_evidence ADD COLUMN question text;
ALTER TABLE monitoring_evidence ADD CHECK ((checklist IS NULL) = (question IS NULL));
ALTER TABLE monitoring_evidence ADD CHECK (question IS NULL OR (reply_id IS NULL AND assessment_id IS NULL));
CREATE INDEX monitoring_evidence_by_question ON monitoring_evidence (checklist, question) WHERE question IS NOT NULL;
