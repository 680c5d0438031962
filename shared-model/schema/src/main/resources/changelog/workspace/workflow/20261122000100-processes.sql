--liquibase formatted sql
--changeset kreiskonzept:workflow-processes
-- A process; the month it begins with is its first day.
CREATE TABLE workflow_process (
  id uuid PRIMARY KEY,
  title text NOT NULL CHECK (title <> ''),
  template text NOT NULL CHECK (template <> ''),
  begin_month date NOT NULL CHECK (extract(day FROM begin_month) = 1),
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);

-- Its steps; dates are kept as exactly as people know them (31.12.2026, 12/2026 or 2026), with the last day beside them to ask for.
CREATE TABLE workflow_step (
  id uuid PRIMARY KEY,
  process_id uuid NOT NULL REFERENCES workflow_process (id) ON DELETE CASCADE,
  parent_id uuid,
  position int NOT NULL CHECK (position >= 0),
  title text NOT NULL CHECK (title <> ''),
  explanation text NOT NULL,
  begins text NOT NULL,
  ends text NOT NULL,
  last_day date,
  state text NOT NULL CHECK (state IN ('planned', 'under_way', 'done', 'dropped')),
  participation boolean NOT NULL,
  responsible text NOT NULL,
  evidence text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  UNIQUE (id, process_id),
  FOREIGN KEY (parent_id, process_id) REFERENCES workflow_step (id, process_id) ON DELETE CASCADE,
  CHECK ((ends = '') = (last_day IS NULL))
);
CREATE INDEX workflow_step_by_process ON workflow_step (process_id, position);
CREATE INDEX workflow_step_by_parent ON workflow_step (parent_id);
