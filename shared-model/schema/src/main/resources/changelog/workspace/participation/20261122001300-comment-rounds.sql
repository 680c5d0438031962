--liquibase formatted sql
--changeset kreiskonzept:participation-comment-rounds
-- People and networks outside the office read a draft and say what they think of it.
CREATE TABLE participation_comment_round (
  id uuid PRIMARY KEY,
  version_id uuid NOT NULL REFERENCES concept_version (id) ON DELETE CASCADE,
  name text NOT NULL CHECK (name <> ''),
  introduction text NOT NULL,
  whom text NOT NULL,
  deadline date NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
  opened_at timestamptz,
  closed_at timestamptz,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  CHECK ((state = 'draft') = (opened_at IS NULL)),
  CHECK ((state = 'closed') = (closed_at IS NOT NULL))
);
CREATE INDEX participation_comment_round_by_version ON participation_comment_round (version_id);

-- Whoever holds the secret takes part; a network shares one link and has no address.
CREATE TABLE participation_invitee (
  id uuid PRIMARY KEY,
  round_id uuid NOT NULL REFERENCES participation_comment_round (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('person', 'network')),
  name text NOT NULL CHECK (name <> ''),
  email text NOT NULL,
  token_hash bytea UNIQUE,
  sent_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  CHECK ((kind = 'network') = (email = ''))
);
CREATE INDEX participation_invitee_by_round ON participation_invitee (round_id);

-- What was said; the words of the place stay where that part of the draft goes.
CREATE TABLE participation_contribution (
  id uuid PRIMARY KEY,
  round_id uuid NOT NULL REFERENCES participation_comment_round (id) ON DELETE CASCADE,
  invitee_id uuid NOT NULL REFERENCES participation_invitee (id) ON DELETE CASCADE,
  chapter_id uuid REFERENCES concept_chapter (id) ON DELETE SET NULL,
  section_id uuid REFERENCES concept_section (id) ON DELETE SET NULL,
  goal_id uuid REFERENCES concept_goal (id) ON DELETE SET NULL,
  place text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('comment', 'goal', 'measure')),
  words text NOT NULL CHECK (words <> ''),
  author text NOT NULL,
  named boolean NOT NULL,
  moderation text NOT NULL CHECK (moderation IN ('new', 'shown', 'hidden')),
  decision text NOT NULL CHECK (decision IN ('open', 'taken', 'changed', 'refused')),
  answer text NOT NULL,
  carried_out boolean NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  CHECK (num_nonnulls(chapter_id, section_id, goal_id) <= 1),
  CHECK (decision NOT IN ('changed', 'refused') OR answer <> ''),
  CHECK (NOT carried_out OR decision IN ('taken', 'changed'))
);
CREATE INDEX participation_contribution_by_round ON participation_contribution (round_id);
CREATE INDEX participation_contribution_by_invitee ON participation_contribution (invitee_id, created_at);
CREATE INDEX participation_contribution_by_chapter ON participation_contribution (chapter_id);
CREATE INDEX participation_contribution_by_section ON participation_contribution (section_id);
CREATE INDEX participation_contribution_by_goal ON participation_contribution (goal_id);
