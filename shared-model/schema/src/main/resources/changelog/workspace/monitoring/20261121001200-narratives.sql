--liquibase formatted sql
--changeset kreiskonzept:monitoring-narratives
-- What people write about one part of a Stand; without a section about all of it. The numbers stay in the Stand.
CREATE TABLE monitoring_narrative (
  id uuid PRIMARY KEY,
  stand_id uuid NOT NULL REFERENCES monitoring_stand (id) ON DELETE CASCADE,
  section_id uuid,
  summary text NOT NULL,
  narrative text NOT NULL,
  highlights text NOT NULL,
  not_pursued text NOT NULL,
  author text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  UNIQUE NULLS NOT DISTINCT (stand_id, section_id)
);
