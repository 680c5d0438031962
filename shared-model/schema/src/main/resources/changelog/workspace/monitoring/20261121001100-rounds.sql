--liquibase formatted sql
--changeset kreiskonzept:monitoring-rounds
-- A round asks the responsible bodies how far their measures are at a cutoff date.
CREATE TABLE monitoring_round (
  id uuid PRIMARY KEY,
  version_id uuid NOT NULL REFERENCES concept_version (id) ON DELETE CASCADE,
  name text NOT NULL CHECK (name <> ''),
  cutoff date NOT NULL,
  deadline date NOT NULL,
  scope text NOT NULL CHECK (scope IN ('lead', 'all')),
  message text NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'open', 'closed', 'released')),
  opened_at timestamptz,
  closed_at timestamptz,
  reminders integer NOT NULL CHECK (reminders >= 0),
  escalated_at timestamptz,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  CHECK ((state = 'draft') = (opened_at IS NULL)),
  CHECK ((state IN ('closed', 'released')) = (closed_at IS NOT NULL))
);
CREATE INDEX monitoring_round_by_version ON monitoring_round (version_id);

-- A body that is asked; its name stays where the organisation goes.
CREATE TABLE monitoring_asked (
  id uuid PRIMARY KEY,
  round_id uuid NOT NULL REFERENCES monitoring_round (id) ON DELETE CASCADE,
  organisation_id uuid REFERENCES directory_organisation (id) ON DELETE SET NULL,
  name text NOT NULL,
  email text NOT NULL,
  wanted boolean NOT NULL,
  sent_at timestamptz,
  seen_at timestamptz,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  UNIQUE (round_id, organisation_id)
);
CREATE INDEX monitoring_asked_by_organisation ON monitoring_asked (organisation_id);

-- Whoever holds the secret may answer for the body as long as its round is open.
CREATE TABLE monitoring_link (
  id uuid PRIMARY KEY,
  asked_id uuid NOT NULL REFERENCES monitoring_asked (id) ON DELETE CASCADE,
  token_hash bytea NOT NULL UNIQUE,
  revoked_at timestamptz,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX monitoring_link_by_asked ON monitoring_link (asked_id);

-- One question to one body about one measure, with the answer; it changes no light until somebody accepts it.
CREATE TABLE monitoring_reply (
  id uuid PRIMARY KEY,
  asked_id uuid NOT NULL REFERENCES monitoring_asked (id) ON DELETE CASCADE,
  measure_id uuid NOT NULL REFERENCES concept_measure (id) ON DELETE CASCADE,
  position integer NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'given', 'returned', 'accepted')),
  light text CHECK (light IN ('green', 'yellow', 'red', 'grey')),
  reason text CHECK (reason IN ('no_demand', 'no_interest', 'responsibility_elsewhere', 'done_by_others',
    'no_capacity', 'not_sensible')),
  words text NOT NULL,
  nothing_new boolean NOT NULL,
  author text NOT NULL,
  question text NOT NULL,
  replied_at timestamptz,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  UNIQUE (asked_id, measure_id),
  CHECK (reason IS NULL OR light = 'red'),
  CHECK ((light IS NULL) = (replied_at IS NULL)),
  CHECK (state NOT IN ('given', 'accepted') OR light IS NOT NULL)
);
CREATE INDEX monitoring_reply_by_measure ON monitoring_reply (measure_id);

-- For whom somebody assessed; empty where for nobody else.
ALTER TABLE monitoring_assessment ADD COLUMN on_behalf_of text NOT NULL DEFAULT '';

-- The numbers of a closed round, word for word as they were; nobody can change or delete a row of it alone.
CREATE TABLE monitoring_stand (
  id uuid PRIMARY KEY,
  round_id uuid UNIQUE REFERENCES monitoring_round (id) ON DELETE SET NULL,
  version_id uuid REFERENCES concept_version (id) ON DELETE SET NULL,
  name text NOT NULL CHECK (name <> ''),
  cutoff date NOT NULL,
  content text NOT NULL,
  digest bytea NOT NULL CHECK (length(digest) = 32),
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX monitoring_stand_by_version ON monitoring_stand (version_id);
