--liquibase formatted sql
--changeset kreiskonzept:registry-spare-schemas-on-servers
-- A spare schema stands in one of several databases.
ALTER TABLE spare_schema ADD COLUMN data_source text NOT NULL DEFAULT 'default';
CREATE INDEX tenant_by_data_source ON tenant (data_source);
