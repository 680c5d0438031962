--liquibase formatted sql
--changeset kreiskonzept:resolution-turns-at-items
-- The item of an agenda under which a committee deals with a paper; its meeting says when.
ALTER TABLE resolution_consultation ADD COLUMN meeting_item_id uuid REFERENCES meeting_item (id) ON DELETE SET NULL;
CREATE INDEX resolution_consultation_by_item ON resolution_consultation (meeting_item_id);
