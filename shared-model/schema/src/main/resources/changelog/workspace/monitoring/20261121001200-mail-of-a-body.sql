--liquibase formatted sql
--changeset kreiskonzept:monitoring-mail-of-a-body
-- The last mail to the body in mail_outbox, to see whether it arrived; null where none was written. The outbox may forget it.
ALTER TABLE monitoring_asked ADD COLUMN mail_id uuid;
