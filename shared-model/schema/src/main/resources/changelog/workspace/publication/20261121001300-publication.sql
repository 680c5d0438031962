--liquibase formatted sql
--changeset kreiskonzept:publication
-- That a Stand is open to anybody, with the texts of that moment; the latest one holds, none is ever taken back.
CREATE TABLE publication_release (
  id uuid PRIMARY KEY,
  stand_id uuid NOT NULL REFERENCES monitoring_stand (id) ON DELETE CASCADE,
  content text NOT NULL,
  author text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX publication_release_by_stand ON publication_release (stand_id);

-- What the lead says around it; one row at most.
CREATE TABLE publication_setting (
  id bigint PRIMARY KEY CHECK (id = 1),
  plain_text text NOT NULL,
  licence text NOT NULL CHECK (licence IN ('dl-by-de/2.0', 'dl-zero-de/2.0', 'cc-by/4.0', 'cc-zero')),
  statement text NOT NULL,
  email text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
