--liquibase formatted sql
--changeset kreiskonzept:support-access
-- A county lets the provider's people in for a time. Names are those that the county's own trail shows; rows are deleted after 90 days,
-- and with the county.
CREATE TABLE support_grant (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenant (id) ON DELETE CASCADE,
  granted_by text NOT NULL,
  reason text NOT NULL,
  writing boolean NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_by text,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  UNIQUE (id, tenant_id),
  CHECK (expires_at > created_at AND expires_at <= created_at + interval '60 minutes'),
  CHECK (ended_at IS NOT NULL OR ended_by IS NULL)
);
CREATE UNIQUE INDEX support_grant_one_open ON support_grant (tenant_id) WHERE ended_at IS NULL;
CREATE INDEX support_grant_by_tenant ON support_grant (tenant_id, created_at);

-- One person of the provider inside one county: a ticket for two minutes, then a session. Never of another county than its grant.
CREATE TABLE support_visit (
  id uuid PRIMARY KEY,
  grant_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  operator_id uuid NOT NULL REFERENCES operator_account (id) ON DELETE CASCADE,
  operator_name text NOT NULL,
  ticket_hash bytea NOT NULL UNIQUE,
  ticket_expires_at timestamptz NOT NULL,
  entered_at timestamptz,
  left_at timestamptz,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  FOREIGN KEY (grant_id, tenant_id) REFERENCES support_grant (id, tenant_id) ON DELETE CASCADE
);
CREATE INDEX support_visit_by_grant ON support_visit (grant_id);
CREATE INDEX support_visit_by_operator ON support_visit (operator_id);

-- All that the platform reads of visits; who may not work for the provider any more is admitted no longer.
CREATE VIEW support_visitor AS
  SELECT v.id, v.tenant_id, v.grant_id, v.operator_name, v.ticket_hash, v.ticket_expires_at, v.entered_at, v.left_at,
         g.granted_by, g.reason, g.writing, g.expires_at, g.ended_at, a.state = 'active' AS admitted
    FROM support_visit v
    JOIN support_grant g ON g.id = v.grant_id
    JOIN operator_account a ON a.id = v.operator_id;

-- Counties grant and end; only the console makes visits, and no grant is made longer or wider.
GRANT SELECT, INSERT ON support_grant TO kk_platform;
GRANT UPDATE (ended_at, ended_by, modified_at, version) ON support_grant TO kk_platform;
GRANT SELECT ON support_visitor TO kk_platform;
GRANT SELECT (id, tenant_id, entered_at, left_at, version) ON support_visit TO kk_platform;
GRANT UPDATE (entered_at, left_at, modified_at, version) ON support_visit TO kk_platform;
