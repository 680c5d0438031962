--liquibase formatted sql
--changeset kreiskonzept:registry-attempts
-- What fails is not tried again at once, and not for ever.
ALTER TABLE tenant_move ADD COLUMN not_before timestamptz;
ALTER TABLE transfer_import ADD COLUMN attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0);
-- The schema that is being filled of the file; none before the first attempt.
ALTER TABLE transfer_import ADD COLUMN schema_name text;
