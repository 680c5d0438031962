--liquibase formatted sql
--changeset kreiskonzept:registry-figures
-- What the provider may know of a workspace: how much it is used, never what stands in it. The platform writes it, no county can.
CREATE TABLE workspace_figures (
  tenant_id uuid PRIMARY KEY REFERENCES tenant (id) ON DELETE CASCADE,
  accounts integer NOT NULL CHECK (accounts >= 0),
  last_sign_in timestamptz,
  open_rounds integer NOT NULL CHECK (open_rounds >= 0),
  settled integer NOT NULL CHECK (settled >= 0),
  questions integer NOT NULL CHECK (questions >= settled),
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON workspace_figures TO kk_platform;
