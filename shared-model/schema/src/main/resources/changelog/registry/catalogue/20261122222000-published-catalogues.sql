--liquibase formatted sql
--changeset kreiskonzept:registry-published-catalogues
-- Which versions of the catalogue counties are offered; one without a row is held back, but the first.
CREATE TABLE catalogue_release (
  number integer PRIMARY KEY CHECK (number > 1),
  published boolean NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);

-- What the platform reads: the latest one, at least the first. No county has any right on it.
CREATE VIEW published_catalogue AS
  SELECT coalesce(max(number), 1) AS number FROM catalogue_release WHERE published;
GRANT SELECT ON published_catalogue TO kk_platform;
