--liquibase formatted sql
--changeset kreiskonzept:registry-quotas
-- What was agreed with a county; what is empty is as for all. 0 is no limit.
CREATE TABLE tenant_quota (
  tenant_id uuid PRIMARY KEY REFERENCES tenant (id) ON DELETE CASCADE,
  requests integer CHECK (requests >= 0),
  jobs integer CHECK (jobs >= 0),
  megabytes integer CHECK (megabytes >= 0),
  accounts integer CHECK (accounts >= 0),
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);

-- The platform reads the view as a whole every few seconds and sees the limits with it. New columns stand last: the program of before
-- goes on reading.
CREATE OR REPLACE VIEW workspace AS
  SELECT id, ags, name, slug, data_source, schema_name, role_name, state, schema_version,
         requests AS quota_requests, jobs AS quota_jobs, megabytes AS quota_megabytes, accounts AS quota_accounts
    FROM tenant LEFT JOIN tenant_quota ON tenant_quota.tenant_id = tenant.id
   WHERE state IN ('active', 'read-only', 'moving', 'suspended', 'archived');

-- Bytes of uploaded files, counted with the other figures.
ALTER TABLE workspace_figures ADD COLUMN upload_bytes bigint NOT NULL DEFAULT 0 CHECK (upload_bytes >= 0);
