--liquibase formatted sql
--changeset kreiskonzept:committee-accounts-of-people
-- The account with which a person reads what the own committees deal with in private; each account belongs to one person at most.
ALTER TABLE committee_person ADD COLUMN account_id uuid UNIQUE REFERENCES identity_account (id) ON DELETE SET NULL;
