--liquibase formatted sql
--changeset kreiskonzept:registry-what-the-platform-sees
CREATE VIEW workspace AS
  SELECT id, ags, name, slug, data_source, schema_name, role_name, state, schema_version
    FROM tenant
   WHERE state IN ('active', 'read-only', 'moving', 'suspended', 'archived');
GRANT USAGE ON SCHEMA registry TO kk_platform;
GRANT SELECT ON workspace TO kk_platform;
