--liquibase formatted sql
--changeset kreiskonzept:monitoring-evidence
-- Images and PDF files that belong to an answer, and to the assessment that it became. The bytes stand here and not in a directory, so
-- that a county is exported, moved and deleted with them, and its role alone reads them.
CREATE TABLE monitoring_evidence (
  id uuid PRIMARY KEY,
  reply_id uuid REFERENCES monitoring_reply (id) ON DELETE SET NULL,
  assessment_id uuid REFERENCES monitoring_assessment (id) ON DELETE CASCADE,
  name text NOT NULL CHECK (name <> ''),
  kind text NOT NULL CHECK (kind IN ('jpeg', 'png', 'gif', 'webp', 'heic', 'pdf')),
  size integer NOT NULL CHECK (size BETWEEN 1 AND 5242880),
  content bytea NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX monitoring_evidence_by_reply ON monitoring_evidence (reply_id) WHERE reply_id IS NOT NULL;
CREATE INDEX monitoring_evidence_by_assessment ON monitoring_evidence (assessment_id) WHERE assessment_id IS NOT NULL;
-- What stands in the history is never changed and never taken away.
ALTER TABLE monitoring_evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY monitoring_evidence_read ON monitoring_evidence FOR SELECT USING (true);
CREATE POLICY monitoring_evidence_create ON monitoring_evidence FOR INSERT WITH CHECK (true);
CREATE POLICY monitoring_evidence_change ON monitoring_evidence FOR UPDATE USING (assessment_id IS NULL) WITH CHECK (true);
CREATE POLICY monitoring_evidence_remove ON monitoring_evidence FOR DELETE USING (assessment_id IS NULL);
