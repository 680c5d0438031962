--liquibase formatted sql
--changeset kreiskonzept:monitoring-status-names
-- What the county calls its states, in their order, as JSON; empty where it has chosen none.
ALTER TABLE monitoring_setting ADD COLUMN statuses text NOT NULL DEFAULT '[]';

-- The name under which somebody assessed stays with it, whatever the county calls its states later; empty for the word of the colour.
ALTER TABLE monitoring_light ADD COLUMN status text NOT NULL DEFAULT '';
ALTER TABLE monitoring_assessment ADD COLUMN status text NOT NULL DEFAULT '';
ALTER TABLE monitoring_reply ADD COLUMN status text NOT NULL DEFAULT '';
