--liquibase formatted sql
--changeset kreiskonzept:identity-settings
-- What the county demands of its accounts; one row at most.
CREATE TABLE identity_setting (
  id bigint PRIMARY KEY CHECK (id = 1),
  second_factor_for_all boolean NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
