--liquibase formatted sql
--changeset kreiskonzept:registry-tenants
CREATE TABLE tenant (
  id uuid PRIMARY KEY,
  ags text NOT NULL CHECK (ags ~ '^[0-9]{5}$'),
  name text NOT NULL,
  slug text NOT NULL CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  data_source text NOT NULL DEFAULT 'default',
  schema_name text NOT NULL UNIQUE CHECK (schema_name ~ '^t_[a-z0-9]{20}$'),
  role_name text NOT NULL UNIQUE CHECK (role_name ~ '^t_[a-z0-9]{20}$'),
  state text NOT NULL CHECK (state IN ('requested', 'verified', 'approved', 'provisioning', 'active', 'read-only',
    'moving', 'suspended', 'archived', 'deleting', 'deleted', 'failed')),
  schema_version text,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
-- One workspace or open request for a county; a deleted one makes room.
CREATE UNIQUE INDEX tenant_one_per_county ON tenant (ags) WHERE state <> 'deleted';
CREATE UNIQUE INDEX tenant_one_per_slug ON tenant (slug) WHERE state <> 'deleted';
CREATE INDEX tenant_by_state ON tenant (state);

CREATE TABLE tenant_event (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenant (id) ON DELETE CASCADE,
  from_state text,
  to_state text NOT NULL,
  actor text NOT NULL,
  reason text NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX tenant_event_by_tenant ON tenant_event (tenant_id, created_at);

-- The request of a county; stays as proof after the decision. tenant_id is empty once a request was rejected or ran out.
CREATE TABLE signup (
  id uuid PRIMARY KEY,
  tenant_id uuid REFERENCES tenant (id) ON DELETE SET NULL,
  ags text NOT NULL,
  contact_name text NOT NULL,
  email text NOT NULL,
  agreement_version text NOT NULL,
  agreed_at timestamptz NOT NULL,
  token_hash bytea UNIQUE,
  token_expires_at timestamptz,
  state text NOT NULL CHECK (state IN ('requested', 'verified', 'approved', 'rejected', 'expired')),
  decided_by text,
  decided_at timestamptz,
  decision_reason text,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX signup_by_state ON signup (state, created_at);

-- One row for each committed step of a provisioning; what is here is never done again.
CREATE TABLE provisioning_step (
  tenant_id uuid NOT NULL REFERENCES tenant (id) ON DELETE CASCADE,
  step text NOT NULL,
  done_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  last_error text,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (tenant_id, step)
);

-- Whoever works on a job holds its lease until expires_at; a lease that ran out may be taken by another.
CREATE TABLE job_lease (
  name text PRIMARY KEY,
  holder text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);

-- Answer given to a request with an Idempotency-Key, kept for 24 hours; every caller has keys of its own.
CREATE TABLE idempotency_key (
  caller text NOT NULL,
  key text NOT NULL,
  request_hash bytea NOT NULL,
  answer_status integer,
  answer_body text,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (caller, key)
);
