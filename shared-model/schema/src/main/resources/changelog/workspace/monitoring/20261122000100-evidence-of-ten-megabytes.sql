--liquibase formatted sql
--changeset kreiskonzept:monitoring-evidence-of-ten-megabytes
-- Photos of telephones have 3 to 12 MB.
ALTER TABLE monitoring_evidence DROP CONSTRAINT monitoring_evidence_size_check;
ALTER TABLE monitoring_evidence ADD CONSTRAINT monitoring_evidence_size_check CHECK (size BETWEEN 1 AND 10485760);
