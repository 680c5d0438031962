--liquibase formatted sql
--changeset kreiskonzept:committee-committees
-- A committee; former_until holds the last day of the former name in the same place.
CREATE TABLE committee (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  kind text NOT NULL CHECK (kind IN ('county_council', 'council_committee', 'steering_group', 'guidance_group', 'working_group',
    'network', 'advisory_board', 'conference', 'speakers', 'other')),
  own_kind text NOT NULL,
  rank integer NOT NULL CHECK (rank BETWEEN 1 AND 9),
  reports_to uuid REFERENCES committee (id),
  tasks text NOT NULL,
  legal_basis text NOT NULL,
  rhythm text NOT NULL,
  dates date[] NOT NULL,
  former_names text[] NOT NULL,
  former_until date[] NOT NULL,
  founded date,
  dissolved date,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  CHECK (reports_to <> id),
  CHECK (kind <> 'other' OR own_kind <> ''),
  CHECK (dissolved IS NULL OR (founded IS NOT NULL AND dissolved >= founded)),
  CHECK (cardinality(former_names) = cardinality(former_until))
);
CREATE INDEX committee_by_reports_to ON committee (reports_to);

-- How many seats for whom; set_names has a name on each line, maybe with first and last day.
CREATE TABLE committee_seat_rule (
  id uuid PRIMARY KEY,
  committee_id uuid NOT NULL REFERENCES committee (id) ON DELETE CASCADE,
  position integer NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  count text NOT NULL CHECK (count IN ('fixed', 'per_committee', 'per_name', 'range')),
  least integer NOT NULL CHECK (least >= 0),
  most integer NOT NULL CHECK (most BETWEEN 1 AND 500),
  set_kind text NOT NULL,
  set_names text NOT NULL,
  chair boolean NOT NULL,
  counted boolean NOT NULL,
  voting boolean NOT NULL,
  appointment text NOT NULL CHECK (appointment IN ('named', 'elected', 'appointed', 'delegated', 'by_office')),
  delegated_by uuid REFERENCES committee (id),
  deputies integer NOT NULL CHECK (deputies BETWEEN 0 AND 9),
  condition text NOT NULL,
  taken_up date,
  valid_from date,
  valid_until date,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  CHECK (least <= most AND (least = most OR count = 'range')),
  CHECK ((count = 'per_committee') = (set_kind <> '')),
  CHECK ((count = 'per_name') = (set_names <> '')),
  CHECK ((delegated_by IS NOT NULL) = (appointment = 'delegated' AND count <> 'per_committee')),
  CHECK (taken_up IS NULL OR condition <> ''),
  CHECK (valid_until >= valid_from)
);
CREATE INDEX committee_seat_rule_by_committee ON committee_seat_rule (committee_id);
CREATE INDEX committee_seat_rule_by_delegation ON committee_seat_rule (delegated_by);

-- Whose seat it is; several organisations share one.
CREATE TABLE committee_rule_organisation (
  rule_id uuid NOT NULL REFERENCES committee_seat_rule (id) ON DELETE CASCADE,
  organisation_id uuid NOT NULL REFERENCES directory_organisation (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (rule_id, organisation_id)
);
CREATE INDEX committee_rule_organisation_by_organisation ON committee_rule_organisation (organisation_id);

-- Somebody who holds or held a seat; without a name once it has been deleted.
CREATE TABLE committee_person (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  organisation_id uuid REFERENCES directory_organisation (id) ON DELETE SET NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX committee_person_by_organisation ON committee_person (organisation_id);

-- One person on one seat, or as a deputy of who holds it.
CREATE TABLE committee_term (
  id uuid PRIMARY KEY,
  rule_id uuid NOT NULL REFERENCES committee_seat_rule (id),
  instance text NOT NULL,
  person_id uuid NOT NULL REFERENCES committee_person (id),
  begins date NOT NULL,
  ends date,
  deputy_of uuid REFERENCES committee_term (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  CHECK (ends >= begins),
  CHECK (deputy_of <> id)
);
CREATE INDEX committee_term_by_rule ON committee_term (rule_id);
CREATE INDEX committee_term_by_person ON committee_term (person_id);
CREATE INDEX committee_term_by_deputy ON committee_term (deputy_of);
