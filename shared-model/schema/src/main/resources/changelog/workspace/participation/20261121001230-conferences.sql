--liquibase formatted sql
--changeset kreiskonzept:participation-conferences
-- A conference; its participants stand in one text, a line each.
CREATE TABLE participation_conference (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  day date NOT NULL,
  place text NOT NULL,
  note text NOT NULL,
  participants text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);

-- What was said at it; the words of the goal stay where the goal goes.
CREATE TABLE participation_suggestion (
  id uuid PRIMARY KEY,
  conference_id uuid NOT NULL REFERENCES participation_conference (id) ON DELETE CASCADE,
  goal_id uuid REFERENCES concept_goal (id) ON DELETE SET NULL,
  goal text NOT NULL,
  words text NOT NULL CHECK (words <> ''),
  origin text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('open', 'taken', 'changed', 'refused')),
  answer text NOT NULL,
  carried_out boolean NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  CHECK (decision NOT IN ('changed', 'refused') OR answer <> ''),
  CHECK (NOT carried_out OR decision IN ('taken', 'changed'))
);
CREATE INDEX participation_suggestion_by_conference ON participation_suggestion (conference_id);
CREATE INDEX participation_suggestion_by_goal ON participation_suggestion (goal_id);
