--liquibase formatted sql
--changeset kreiskonzept:catalogue-taken
-- Which version of the catalogue the county works with, and which offer it has put away; without a row the first one and none.
CREATE TABLE catalogue_choice (
  name text PRIMARY KEY CHECK (name = 'own'),
  taken integer NOT NULL CHECK (taken > 0),
  put_away integer NOT NULL CHECK (put_away >= 0),
  account_name text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
