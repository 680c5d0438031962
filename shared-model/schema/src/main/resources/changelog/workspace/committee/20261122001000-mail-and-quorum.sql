--liquibase formatted sql
--changeset kreiskonzept:committee-mail-and-quorum
-- Where invitations go; empty where nobody has said so, and once the name is deleted.
ALTER TABLE committee_person ADD COLUMN mail text NOT NULL DEFAULT '';
ALTER TABLE committee_person ADD CONSTRAINT committee_person_mail_check CHECK (mail = '' OR name <> '');

-- How many members have to be there so that the committee can decide.
ALTER TABLE committee ADD COLUMN quorum text NOT NULL DEFAULT 'none';
ALTER TABLE committee ADD CONSTRAINT committee_quorum_check CHECK (quorum IN ('none', 'half', 'more_than_half'));
