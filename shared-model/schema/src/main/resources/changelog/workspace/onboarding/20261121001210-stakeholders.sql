--liquibase formatted sql
--changeset kreiskonzept:onboarding-stakeholders
-- Whom the concept concerns and who can help or hinder it, and when somebody spoke with them.
CREATE TABLE onboarding_stakeholder (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  kind text NOT NULL CHECK (kind IN ('organisation', 'person')),
  place text NOT NULL CHECK (place IN ('inside', 'outside')),
  interest integer NOT NULL CHECK (interest BETWEEN 1 AND 3),
  influence integer NOT NULL CHECK (influence BETWEEN 1 AND 3),
  attitude text NOT NULL CHECK (attitude IN ('unknown', 'supporting', 'neutral', 'critical')),
  cause text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);

CREATE TABLE onboarding_contact (
  id uuid PRIMARY KEY,
  stakeholder_id uuid NOT NULL REFERENCES onboarding_stakeholder (id) ON DELETE CASCADE,
  held_on date NOT NULL,
  words text NOT NULL CHECK (words <> ''),
  account_name text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX onboarding_contact_by_stakeholder ON onboarding_contact (stakeholder_id);
