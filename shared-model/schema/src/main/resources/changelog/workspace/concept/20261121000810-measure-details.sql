--liquibase formatted sql
--changeset kreiskonzept:concept-measure-details
-- A measure without a row says nothing of all this. begins_on and ends_on repeat what the words of time_frame say.
CREATE TABLE concept_measure_detail (
  measure_id uuid PRIMARY KEY,
  version_id uuid NOT NULL,
  frozen boolean NOT NULL DEFAULT false,
  reach text NOT NULL CHECK (reach IN ('county', 'municipal', 'best_practice')),
  kind text CHECK (kind IN ('do', 'examine', 'permanent_task', 'project')),
  priority text CHECK (priority IN ('high', 'medium', 'low')),
  category text NOT NULL,
  time_frame text NOT NULL,
  begins_on date,
  ends_on date,
  part_of uuid CHECK (part_of <> measure_id),
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  FOREIGN KEY (version_id, frozen) REFERENCES concept_version (id, frozen) ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (measure_id, version_id) REFERENCES concept_measure (id, version_id) ON DELETE CASCADE,
  FOREIGN KEY (part_of, version_id) REFERENCES concept_measure (id, version_id) ON DELETE SET NULL (part_of)
);
CREATE INDEX concept_measure_detail_by_version ON concept_measure_detail (version_id);
CREATE INDEX concept_measure_detail_by_whole ON concept_measure_detail (part_of);

-- The bodies of concept_measure.responsible one by one, by the name that the concept writes; which organisation that is says
-- directory_spelling, also long after the version was adopted.
CREATE TABLE concept_measure_body (
  measure_id uuid NOT NULL,
  position integer NOT NULL CHECK (position >= 0),
  version_id uuid NOT NULL,
  frozen boolean NOT NULL DEFAULT false,
  role text NOT NULL CHECK (role IN ('lead', 'participates', 'reports_to')),
  name text NOT NULL,
  words text NOT NULL CHECK (words <> ''),
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (measure_id, position),
  FOREIGN KEY (version_id, frozen) REFERENCES concept_version (id, frozen) ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (measure_id, version_id) REFERENCES concept_measure (id, version_id) ON DELETE CASCADE
);
CREATE INDEX concept_measure_body_by_version ON concept_measure_body (version_id, words);

CREATE TABLE concept_measure_cost (
  measure_id uuid NOT NULL,
  position integer NOT NULL CHECK (position >= 0),
  version_id uuid NOT NULL,
  frozen boolean NOT NULL DEFAULT false,
  kind text NOT NULL CHECK (kind IN ('once', 'yearly')),
  euros numeric(11, 2) NOT NULL CHECK (euros >= 0),
  from_year integer,
  until_year integer CHECK (until_year IS NULL OR (kind = 'yearly' AND (from_year IS NULL OR from_year <= until_year))),
  note text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (measure_id, position),
  FOREIGN KEY (version_id, frozen) REFERENCES concept_version (id, frozen) ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (measure_id, version_id) REFERENCES concept_measure (id, version_id) ON DELETE CASCADE
);
CREATE INDEX concept_measure_cost_by_version ON concept_measure_cost (version_id);

--changeset kreiskonzept:concept-measure-details-frozen
ALTER TABLE concept_measure_detail ENABLE ROW LEVEL SECURITY;
CREATE POLICY concept_measure_detail_read ON concept_measure_detail FOR SELECT USING (true);
CREATE POLICY concept_measure_detail_create ON concept_measure_detail FOR INSERT WITH CHECK (NOT frozen);
CREATE POLICY concept_measure_detail_change ON concept_measure_detail FOR UPDATE USING (NOT frozen) WITH CHECK (NOT frozen);
CREATE POLICY concept_measure_detail_remove ON concept_measure_detail FOR DELETE USING (NOT frozen);
ALTER TABLE concept_measure_body ENABLE ROW LEVEL SECURITY;
CREATE POLICY concept_measure_body_read ON concept_measure_body FOR SELECT USING (true);
CREATE POLICY concept_measure_body_create ON concept_measure_body FOR INSERT WITH CHECK (NOT frozen);
CREATE POLICY concept_measure_body_change ON concept_measure_body FOR UPDATE USING (NOT frozen) WITH CHECK (NOT frozen);
CREATE POLICY concept_measure_body_remove ON concept_measure_body FOR DELETE USING (NOT frozen);
ALTER TABLE concept_measure_cost ENABLE ROW LEVEL SECURITY;
CREATE POLICY concept_measure_cost_read ON concept_measure_cost FOR SELECT USING (true);
CREATE POLICY concept_measure_cost_create ON concept_measure_cost FOR INSERT WITH CHECK (NOT frozen);
CREATE POLICY concept_measure_cost_change ON concept_measure_cost FOR UPDATE USING (NOT frozen) WITH CHECK (NOT frozen);
CREATE POLICY concept_measure_cost_remove ON concept_measure_cost FOR DELETE USING (NOT frozen);
