--liquibase formatted sql
--changeset kreiskonzept:registry-announcements
-- What the provider tells counties; a draft until somebody publishes it.
CREATE TABLE announcement (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('hint', 'maintenance', 'disruption')),
  title text NOT NULL CHECK (title <> ''),
  body text NOT NULL,
  begins_at timestamptz NOT NULL,
  ends_at timestamptz CHECK (ends_at > begins_at),
  everyone boolean NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn')),
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX announcement_by_beginning ON announcement (begins_at);

-- To whom it goes where it does not go to everyone.
CREATE TABLE announcement_county (
  announcement_id uuid NOT NULL REFERENCES announcement (id) ON DELETE CASCADE,
  tenant_id uuid NOT NULL REFERENCES tenant (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (announcement_id, tenant_id)
);
CREATE INDEX announcement_county_by_tenant ON announcement_county (tenant_id);

-- What the platform reads as a whole every few seconds; tenant_id is empty for everyone. No county has any right on it.
CREATE VIEW open_announcement AS
  SELECT a.id, a.kind, a.title, a.body, a.begins_at, a.ends_at, c.tenant_id
    FROM announcement a LEFT JOIN announcement_county c ON c.announcement_id = a.id AND NOT a.everyone
   WHERE a.state = 'published' AND (a.ends_at IS NULL OR a.ends_at > now()) AND (a.everyone OR c.tenant_id IS NOT NULL);
GRANT SELECT ON open_announcement TO kk_platform;
