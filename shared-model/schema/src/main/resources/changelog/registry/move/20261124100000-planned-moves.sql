--liquibase formatted sql
--changeset kreiskonzept:registry-planned-moves
-- A move is planned until it is its turn; the county is told then. Rows of before were told when they were made.
ALTER TABLE tenant_move DROP CONSTRAINT tenant_move_step_check;
ALTER TABLE tenant_move ADD CONSTRAINT tenant_move_step_check
  CHECK (step IN ('planned', 'notice', 'lock', 'copy', 'withdrawal', 'moved', 'taking-back', 'taken-back'));
ALTER TABLE tenant_move ADD COLUMN noticed_at timestamptz;
