--liquibase formatted sql
--changeset kreiskonzept:registry-why-moves-end
-- A German sentence where a move that was planned could not begin when it was its turn.
ALTER TABLE tenant_move ADD COLUMN reason text;
