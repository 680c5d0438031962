--liquibase formatted sql
--changeset kreiskonzept:participation-addresses-and-tidings
-- The address of a person is deleted some days after the round is closed; name and contributions stay.
ALTER TABLE participation_invitee DROP CONSTRAINT participation_invitee_check;
ALTER TABLE participation_invitee ADD CONSTRAINT participation_invitee_check CHECK (kind = 'person' OR email = '');

-- Until when the lead was told of contributions to a round; null where never.
ALTER TABLE participation_comment_round ADD COLUMN told_at timestamptz;
