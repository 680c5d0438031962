--liquibase formatted sql
--changeset kreiskonzept:identity-notices-of-steps-and-contributions
-- Mails about steps of a process, and about what was said to a draft.
ALTER TABLE identity_notice DROP CONSTRAINT identity_notice_kind_check;
ALTER TABLE identity_notice ADD CONSTRAINT identity_notice_kind_check
  CHECK (kind IN ('digest', 'overdue', 'answered', 'returned', 'closed', 'suggested', 'step', 'contributed'));
