--liquibase formatted sql
--changeset kreiskonzept:resolution-papers
-- A paper for committees; edition is the text that is being written or stands, submitted the last one that was sent (0 for none).
CREATE TABLE resolution_paper (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('decision', 'information', 'report')),
  title text NOT NULL CHECK (title <> ''),
  number text NOT NULL,
  version_id uuid REFERENCES concept_version (id) ON DELETE SET NULL,
  stand_id uuid REFERENCES monitoring_stand (id) ON DELETE SET NULL,
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'under_way', 'postponed', 'approved', 'rejected', 'noted', 'withdrawn')),
  edition integer NOT NULL CHECK (edition >= 1),
  submitted integer NOT NULL CHECK (submitted IN (edition, edition - 1)),
  submitted_at timestamptz,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  CHECK ((state = 'draft') = (submitted = 0)),
  CHECK ((submitted_at IS NULL) = (submitted = 0))
);
CREATE INDEX resolution_paper_by_version ON resolution_paper (version_id);
CREATE INDEX resolution_paper_by_stand ON resolution_paper (stand_id);

-- A section of the text of one edition, in Markdown.
CREATE TABLE resolution_part (
  id uuid PRIMARY KEY,
  paper_id uuid NOT NULL REFERENCES resolution_paper (id) ON DELETE CASCADE,
  edition integer NOT NULL CHECK (edition >= 1),
  position integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('preliminary', 'fact', 'finance')),
  heading text NOT NULL CHECK (heading <> ''),
  body text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX resolution_part_by_paper ON resolution_part (paper_id, edition, position);

-- One thing that an edition proposes to decide.
CREATE TABLE resolution_point (
  id uuid PRIMARY KEY,
  paper_id uuid NOT NULL REFERENCES resolution_paper (id) ON DELETE CASCADE,
  edition integer NOT NULL CHECK (edition >= 1),
  position integer NOT NULL,
  body text NOT NULL CHECK (body <> ''),
  withdrawn boolean NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX resolution_point_by_paper ON resolution_point (paper_id, edition, position);

-- What was sent with an edition; written once.
CREATE TABLE resolution_attachment (
  id uuid PRIMARY KEY,
  paper_id uuid NOT NULL REFERENCES resolution_paper (id),
  edition integer NOT NULL CHECK (edition >= 1),
  position integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('concept', 'table', 'report', 'own')),
  name text NOT NULL CHECK (name <> ''),
  format text NOT NULL,
  content bytea NOT NULL,
  size integer NOT NULL CHECK (size = octet_length(content)),
  digest bytea NOT NULL CHECK (octet_length(digest) = 32),
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX resolution_attachment_by_paper ON resolution_attachment (paper_id, edition, position);

-- One committee's turn with a paper.
CREATE TABLE resolution_consultation (
  id uuid PRIMARY KEY,
  paper_id uuid NOT NULL REFERENCES resolution_paper (id) ON DELETE CASCADE,
  committee_id uuid NOT NULL REFERENCES committee (id),
  position integer NOT NULL,
  role text NOT NULL CHECK (role IN ('preliminary', 'decision', 'information')),
  publicity text NOT NULL CHECK (publicity IN ('public', 'non_public', 'unknown')),
  day date,
  item text NOT NULL,
  result text NOT NULL CHECK (result IN ('none', 'approved', 'amended', 'unanimous', 'majority', 'rejected', 'postponed', 'noted',
    'withdrawn')),
  authoritative boolean NOT NULL CHECK (role = 'decision' OR NOT authoritative),
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX resolution_consultation_by_paper ON resolution_consultation (paper_id, position);
CREATE INDEX resolution_consultation_by_committee ON resolution_consultation (committee_id);

-- What a committee decided, and how far it is carried out; numbers that nobody counted are null.
CREATE TABLE resolution_decision (
  id uuid PRIMARY KEY,
  paper_id uuid REFERENCES resolution_paper (id),
  consultation_id uuid UNIQUE REFERENCES resolution_consultation (id),
  committee_id uuid NOT NULL REFERENCES committee (id),
  decided_on date NOT NULL,
  publicity text NOT NULL CHECK (publicity IN ('public', 'non_public', 'unknown')),
  body text NOT NULL CHECK (body <> ''),
  yes integer CHECK (yes >= 0),
  no integer CHECK (no >= 0),
  abstained integer CHECK (abstained >= 0),
  biased integer CHECK (biased >= 0),
  present integer CHECK (present >= 0),
  members integer CHECK (members >= 0),
  groups text NOT NULL,
  majority text NOT NULL CHECK (majority IN ('more_than_half.cast', 'more_than_half.present', 'more_than_half.members',
    'two_thirds.cast', 'two_thirds.present', 'two_thirds.members')),
  result text NOT NULL CHECK (result IN ('approved', 'amended', 'unanimous', 'majority', 'rejected', 'noted')),
  state text NOT NULL CHECK (state IN ('open', 'in_progress', 'done', 'dropped')),
  responsible text NOT NULL,
  due date,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  CHECK (coalesce(yes, 0) + coalesce(no, 0) + coalesce(abstained, 0) <= coalesce(present, 2147483647))
);
CREATE INDEX resolution_decision_by_day ON resolution_decision (decided_on DESC, id);
CREATE INDEX resolution_decision_by_committee ON resolution_decision (committee_id);
CREATE INDEX resolution_decision_by_paper ON resolution_decision (paper_id);

-- Which measures a decision carries.
CREATE TABLE resolution_measure (
  decision_id uuid NOT NULL REFERENCES resolution_decision (id) ON DELETE CASCADE,
  measure_id uuid NOT NULL REFERENCES concept_measure (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (decision_id, measure_id)
);
CREATE INDEX resolution_measure_by_measure ON resolution_measure (measure_id);

-- The committee whose authoritative approval adopts a version of the concept.
ALTER TABLE concept ADD COLUMN decided_by uuid REFERENCES committee (id);
CREATE INDEX concept_by_decided_by ON concept (decided_by);
