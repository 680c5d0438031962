--liquibase formatted sql
--changeset kreiskonzept:audit-of-the-county
CREATE TABLE audit_entry (
  position bigint PRIMARY KEY,
  happened_at timestamptz NOT NULL,
  actor_id uuid,
  actor_name text NOT NULL,
  action text NOT NULL,
  subject text NOT NULL,
  detail text NOT NULL,
  previous_hash bytea NOT NULL,
  hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
-- The end of the chain; one row, locked by whoever writes the next entry.
CREATE TABLE audit_head (
  id integer PRIMARY KEY CHECK (id = 1),
  position bigint NOT NULL,
  hash bytea NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
