--liquibase formatted sql
--changeset kreiskonzept:workflow-own-templates
-- A process template of the county's own: the whole text, as somebody wrote it and as it could be read then.
CREATE TABLE workflow_template (
  id uuid PRIMARY KEY,
  title text NOT NULL CHECK (title <> ''),
  content text NOT NULL CHECK (content <> ''),
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);

-- Months that such a process takes at least; copied from its template, which may change or go.
ALTER TABLE workflow_process ADD COLUMN usual_months integer CHECK (usual_months > 0);
UPDATE workflow_process SET usual_months = 18 WHERE template IN ('konstanz', 'iq', 'waldshut');
