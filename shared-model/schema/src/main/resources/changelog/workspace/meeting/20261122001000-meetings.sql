--liquibase formatted sql
--changeset kreiskonzept:meeting-meetings
-- A meeting of a committee. agenda_version rises whenever items come, go or move; invited_digest names what was sent last.
CREATE TABLE meeting (
  id uuid PRIMARY KEY,
  committee_id uuid NOT NULL REFERENCES committee (id),
  series_id uuid,
  title text NOT NULL,
  begins timestamptz NOT NULL,
  ends timestamptz NOT NULL,
  location text NOT NULL,
  online_link text NOT NULL CHECK (online_link = '' OR online_link LIKE 'https://%'),
  invite_by date,
  state text NOT NULL CHECK (state IN ('planned', 'invited', 'held', 'closed', 'cancelled')),
  cancel_reason text NOT NULL,
  agenda_version bigint NOT NULL,
  invitations integer NOT NULL CHECK (invitations >= 0),
  invited_at timestamptz,
  invited_digest text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  CHECK (ends > begins),
  CHECK ((state = 'cancelled') = (cancel_reason <> '')),
  CHECK ((invitations = 0) = (invited_at IS NULL)),
  CHECK ((invitations = 0) = (invited_digest = ''))
);
CREATE INDEX meeting_by_committee ON meeting (committee_id, begins);
CREATE INDEX meeting_by_begin ON meeting (begins);

-- One item of an agenda; present is the number of members with a vote at this item where it differs from the whole meeting.
CREATE TABLE meeting_item (
  id uuid PRIMARY KEY,
  meeting_id uuid NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  parent_id uuid,
  position integer NOT NULL CHECK (position >= 0),
  own_number text NOT NULL,
  title text NOT NULL CHECK (title <> ''),
  text text NOT NULL,
  public boolean NOT NULL,
  notes text NOT NULL,
  present integer CHECK (present BETWEEN 0 AND 999),
  carried_from uuid REFERENCES meeting_item (id) ON DELETE SET NULL,
  approves uuid REFERENCES meeting (id),
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  UNIQUE (id, meeting_id),
  FOREIGN KEY (parent_id, meeting_id) REFERENCES meeting_item (id, meeting_id) ON DELETE CASCADE,
  CHECK (parent_id <> id),
  CHECK (carried_from <> id),
  CHECK (approves <> meeting_id)
);
CREATE INDEX meeting_item_by_meeting ON meeting_item (meeting_id, position);
CREATE INDEX meeting_item_by_parent ON meeting_item (parent_id);
CREATE INDEX meeting_item_by_carried ON meeting_item (carried_from);
CREATE INDEX meeting_item_by_approves ON meeting_item (approves);

-- One person and one meeting; a guest is named here and belongs to no committee.
CREATE TABLE meeting_participant (
  id uuid PRIMARY KEY,
  meeting_id uuid NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  person_id uuid REFERENCES committee_person (id),
  guest_name text NOT NULL,
  guest_mail text NOT NULL,
  invited_at timestamptz,
  answer text NOT NULL CHECK (answer IN ('none', 'accepted', 'declined')),
  attendance text NOT NULL CHECK (attendance IN ('unknown', 'present', 'excused', 'absent')),
  stands_in_for uuid REFERENCES committee_person (id),
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  UNIQUE (meeting_id, person_id),
  CHECK (person_id IS NULL OR (guest_name = '' AND guest_mail = '')),
  CHECK (stands_in_for <> person_id)
);
CREATE INDEX meeting_participant_by_person ON meeting_participant (person_id);
CREATE INDEX meeting_participant_by_stands_in ON meeting_participant (stands_in_for);

-- An agenda that a committee uses again; one item on each line.
CREATE TABLE meeting_template (
  id uuid PRIMARY KEY,
  committee_id uuid NOT NULL REFERENCES committee (id) ON DELETE CASCADE,
  name text NOT NULL CHECK (name <> ''),
  items text NOT NULL CHECK (items <> ''),
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  UNIQUE (committee_id, name)
);

-- Minutes as they went out for comments, and as they were approved; what is written here stays.
CREATE TABLE meeting_minutes (
  id uuid PRIMARY KEY,
  meeting_id uuid NOT NULL REFERENCES meeting (id),
  state text NOT NULL CHECK (state IN ('comments', 'approved')),
  edition integer NOT NULL CHECK (edition > 0),
  content text NOT NULL CHECK (content <> ''),
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  author text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  UNIQUE (meeting_id, edition)
);
CREATE UNIQUE INDEX meeting_minutes_approved_once ON meeting_minutes (meeting_id) WHERE state = 'approved';

-- What somebody says about minutes before they are approved; answer is what became of it.
CREATE TABLE meeting_remark (
  id uuid PRIMARY KEY,
  meeting_id uuid NOT NULL REFERENCES meeting (id),
  item_id uuid REFERENCES meeting_item (id) ON DELETE SET NULL,
  edition integer NOT NULL CHECK (edition > 0),
  account_id uuid,
  author text NOT NULL,
  text text NOT NULL CHECK (text <> ''),
  state text NOT NULL CHECK (state IN ('open', 'taken', 'refused')),
  answer text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX meeting_remark_by_meeting ON meeting_remark (meeting_id);
CREATE INDEX meeting_remark_by_item ON meeting_remark (item_id);
