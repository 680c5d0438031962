-- Roles and rights of the two applications: the tenancy contract, before any table exists.
-- Run as a superuser, inside the database of Kreiskonzept; running it again changes nothing:
--   psql -d kreiskonzept -f setup.sql
-- Passwords are not set here: use \password kk_platform and \password kk_admin afterwards.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kk_owner') THEN
    CREATE ROLE kk_owner;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kk_admin') THEN
    CREATE ROLE kk_admin;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kk_platform') THEN
    CREATE ROLE kk_platform;
  END IF;
END
$$;

-- Owns every workspace and can never log in; only kk_admin may become it, and only by saying so.
ALTER ROLE kk_owner NOLOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE;
-- Creates, alters and drops workspaces and their roles; owns the registry.
ALTER ROLE kk_admin LOGIN NOINHERIT NOSUPERUSER NOCREATEDB CREATEROLE;
-- Can do nothing until it has taken the role of one county.
ALTER ROLE kk_platform LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE;

GRANT kk_owner TO kk_admin WITH INHERIT FALSE, SET TRUE;

DO $$
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO kk_platform, kk_admin', current_database());
  EXECUTE format('GRANT CREATE ON DATABASE %I TO kk_admin', current_database());
  EXECUTE format('ALTER ROLE kk_platform IN DATABASE %I SET search_path = %L', current_database(), '');
  EXECUTE format('ALTER ROLE kk_admin IN DATABASE %I SET search_path = registry', current_database());
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
CREATE SCHEMA IF NOT EXISTS registry AUTHORIZATION kk_admin;
