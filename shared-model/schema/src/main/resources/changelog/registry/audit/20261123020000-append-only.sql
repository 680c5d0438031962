--liquibase formatted sql
--changeset kreiskonzept:registry-audit-append-only
-- The console owns the table and still cannot change by mistake or by injection what was written: only somebody who grants it back on purpose.
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry FROM CURRENT_USER;
