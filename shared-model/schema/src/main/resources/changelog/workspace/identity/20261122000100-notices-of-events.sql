--liquibase formatted sql
--changeset kreiskonzept:identity-notices-of-events
-- Mails about what has just happened, beside the weekly one and the one about a deadline.
ALTER TABLE identity_notice DROP CONSTRAINT identity_notice_kind_check;
ALTER TABLE identity_notice ADD CONSTRAINT identity_notice_kind_check
  CHECK (kind IN ('digest', 'overdue', 'answered', 'returned', 'closed', 'suggested'));
