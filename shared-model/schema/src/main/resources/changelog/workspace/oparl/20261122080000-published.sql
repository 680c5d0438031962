--liquibase formatted sql
--changeset kreiskonzept:oparl-published
-- Whether anybody may read the committees of the county by OParl; one row at most. seen is the mark of all that the objects are made of.
CREATE TABLE oparl_setting (
  id bigint PRIMARY KEY CHECK (id = 1),
  released boolean NOT NULL,
  seen text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);

-- A committee that is public; names says whether those who hold a seat today are named.
CREATE TABLE oparl_committee (
  committee_id uuid PRIMARY KEY REFERENCES committee (id) ON DELETE CASCADE,
  names boolean NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);

-- What programs read, as JSON; once it is deleted, that alone. digest is of what it says without the times, which move with it only.
CREATE TABLE oparl_object (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('organization', 'person', 'membership', 'meeting', 'agendaItem', 'paper', 'consultation', 'file',
    'location')),
  content text NOT NULL CHECK (content <> ''),
  digest text NOT NULL CHECK (deleted = (digest = '')),
  deleted boolean NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX oparl_object_by_kind ON oparl_object (kind, created_at, id);
