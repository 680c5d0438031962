--liquibase formatted sql
--changeset kreiskonzept:registry-mails-that-were-not-sent
-- Mail of a county that could not be sent, counted with the other figures: how much, since when, and the kind of the fault alone.
ALTER TABLE workspace_figures ADD COLUMN mails_waiting integer NOT NULL DEFAULT 0 CHECK (mails_waiting >= 0);
ALTER TABLE workspace_figures ADD COLUMN mails_given_up integer NOT NULL DEFAULT 0 CHECK (mails_given_up >= 0);
ALTER TABLE workspace_figures ADD COLUMN mails_oldest timestamptz;
ALTER TABLE workspace_figures ADD COLUMN mails_fault text NOT NULL DEFAULT '';
