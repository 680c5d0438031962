--liquibase formatted sql
--changeset kreiskonzept:oparl-references
-- A meeting or paper of another council information system; with upload_id an object of a file that waits, as far as it can be taken over.
CREATE TABLE oparl_reference (
  id uuid PRIMARY KEY,
  upload_id uuid,
  place integer NOT NULL CHECK (place > 0),
  state text NOT NULL CHECK (state IN ('preview', 'gone', 'left_out', 'taken')),
  note text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('meeting', 'paper', 'other')),
  oparl_id text NOT NULL,
  name text NOT NULL,
  number text NOT NULL,
  organisation text NOT NULL,
  link text NOT NULL CHECK (link = '' OR link ~* '^https?://'),
  day date,
  committee_id uuid REFERENCES committee (id) ON DELETE SET NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  CHECK ((state = 'taken') = (upload_id IS NULL)),
  CHECK (state = 'left_out' OR (kind <> 'other' AND oparl_id <> ''))
);
CREATE UNIQUE INDEX oparl_reference_taken_once ON oparl_reference (oparl_id) WHERE state = 'taken';
CREATE INDEX oparl_reference_by_upload ON oparl_reference (upload_id, place);
CREATE INDEX oparl_reference_by_committee ON oparl_reference (committee_id);
