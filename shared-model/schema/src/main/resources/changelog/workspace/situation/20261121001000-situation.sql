--liquibase formatted sql
--changeset kreiskonzept:situation-indicators-and-figures
-- A series of values has no version: it goes on after adoption, and a later version that takes the indicator over goes on with it.
CREATE TABLE situation_series (
  id uuid PRIMARY KEY,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);

-- What was measured. Periods are year, month or day as in ISO 8601, so their texts stand in the order of time.
CREATE TABLE situation_reading (
  series_id uuid NOT NULL REFERENCES situation_series (id) ON DELETE CASCADE,
  period text NOT NULL CHECK (period ~ '^[12][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?$'),
  value numeric CHECK (abs(value) < 1e15 AND scale(value) <= 6),
  missing text NOT NULL,
  break_note text NOT NULL,
  source text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (series_id, period),
  CHECK ((value IS NULL) = (missing <> ''))
);

CREATE TABLE situation_indicator (
  id uuid PRIMARY KEY,
  version_id uuid NOT NULL,
  frozen boolean NOT NULL DEFAULT false,
  series_id uuid NOT NULL REFERENCES situation_series (id),
  goal_id uuid,
  measure_id uuid,
  position integer NOT NULL,
  name text NOT NULL,
  unit text NOT NULL,
  definition text NOT NULL,
  source text NOT NULL,
  baseline numeric CHECK (abs(baseline) < 1e15 AND scale(baseline) <= 6),
  baseline_period text CHECK (baseline_period ~ '^[12][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?$'),
  target numeric CHECK (abs(target) < 1e15 AND scale(target) <= 6),
  target_period text CHECK (target_period ~ '^[12][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?$'),
  deleted_at timestamptz,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  CHECK (num_nonnulls(goal_id, measure_id) = 1),
  CHECK (num_nonnulls(baseline, baseline_period) <> 1),
  CHECK (num_nonnulls(target, target_period) <> 1),
  FOREIGN KEY (version_id, frozen) REFERENCES concept_version (id, frozen) ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (goal_id, version_id) REFERENCES concept_goal (id, version_id) ON DELETE CASCADE,
  FOREIGN KEY (measure_id, version_id) REFERENCES concept_measure (id, version_id) ON DELETE CASCADE
);
CREATE INDEX situation_indicator_by_version ON situation_indicator (version_id);
CREATE INDEX situation_indicator_by_series ON situation_indicator (series_id);
CREATE INDEX situation_indicator_by_goal ON situation_indicator (goal_id);
CREATE INDEX situation_indicator_by_measure ON situation_indicator (measure_id);

-- Numbers, data, facts of a section or of the version as a whole; content with all their values.
CREATE TABLE situation_figure (
  id uuid PRIMARY KEY,
  version_id uuid NOT NULL,
  frozen boolean NOT NULL DEFAULT false,
  section_id uuid,
  position integer NOT NULL,
  name text NOT NULL,
  unit text NOT NULL,
  source text NOT NULL,
  chart text NOT NULL CHECK (chart IN ('bar', 'line')),
  deleted_at timestamptz,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  UNIQUE (id, version_id),
  FOREIGN KEY (version_id, frozen) REFERENCES concept_version (id, frozen) ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (section_id, version_id) REFERENCES concept_section (id, version_id) ON DELETE CASCADE
);
CREATE INDEX situation_figure_by_version ON situation_figure (version_id, position);
CREATE INDEX situation_figure_by_section ON situation_figure (section_id);

CREATE TABLE situation_figure_value (
  figure_id uuid NOT NULL,
  period text NOT NULL CHECK (period ~ '^[12][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?$'),
  version_id uuid NOT NULL,
  frozen boolean NOT NULL DEFAULT false,
  value numeric CHECK (abs(value) < 1e15 AND scale(value) <= 6),
  missing text NOT NULL,
  break_note text NOT NULL,
  source text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (figure_id, period),
  CHECK ((value IS NULL) = (missing <> '')),
  FOREIGN KEY (version_id, frozen) REFERENCES concept_version (id, frozen) ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (figure_id, version_id) REFERENCES situation_figure (id, version_id) ON DELETE CASCADE
);
CREATE INDEX situation_figure_value_by_version ON situation_figure_value (version_id);

--changeset kreiskonzept:situation-frozen-from-adoption-on
ALTER TABLE situation_indicator ENABLE ROW LEVEL SECURITY;
CREATE POLICY situation_indicator_read ON situation_indicator FOR SELECT USING (true);
CREATE POLICY situation_indicator_create ON situation_indicator FOR INSERT WITH CHECK (NOT frozen);
CREATE POLICY situation_indicator_change ON situation_indicator FOR UPDATE USING (NOT frozen) WITH CHECK (NOT frozen);
CREATE POLICY situation_indicator_remove ON situation_indicator FOR DELETE USING (NOT frozen);
ALTER TABLE situation_figure ENABLE ROW LEVEL SECURITY;
CREATE POLICY situation_figure_read ON situation_figure FOR SELECT USING (true);
CREATE POLICY situation_figure_create ON situation_figure FOR INSERT WITH CHECK (NOT frozen);
CREATE POLICY situation_figure_change ON situation_figure FOR UPDATE USING (NOT frozen) WITH CHECK (NOT frozen);
CREATE POLICY situation_figure_remove ON situation_figure FOR DELETE USING (NOT frozen);
ALTER TABLE situation_figure_value ENABLE ROW LEVEL SECURITY;
CREATE POLICY situation_figure_value_read ON situation_figure_value FOR SELECT USING (true);
CREATE POLICY situation_figure_value_create ON situation_figure_value FOR INSERT WITH CHECK (NOT frozen);
CREATE POLICY situation_figure_value_change ON situation_figure_value FOR UPDATE USING (NOT frozen) WITH CHECK (NOT frozen);
CREATE POLICY situation_figure_value_remove ON situation_figure_value FOR DELETE USING (NOT frozen);
