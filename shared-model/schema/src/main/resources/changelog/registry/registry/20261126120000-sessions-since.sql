--liquibase formatted sql
--changeset kreiskonzept:registry-sessions-since
-- When the county was suspended or archived last: that ended all its sessions, and they do not come back with it. Null where it never was.
ALTER TABLE tenant ADD COLUMN sessions_since timestamptz;

CREATE OR REPLACE VIEW workspace AS
  SELECT id, ags, name, slug, data_source, schema_name, role_name, state, schema_version,
         requests AS quota_requests, jobs AS quota_jobs, megabytes AS quota_megabytes, accounts AS quota_accounts, sessions_since
    FROM tenant LEFT JOIN tenant_quota ON tenant_quota.tenant_id = tenant.id
   WHERE state IN ('active', 'read-only', 'moving', 'suspended', 'archived');
