--liquibase formatted sql

--changeset kreiskonzept:importing-forms-of-uploads
-- What an upload is (lines, pages, tables) and, for tables, what their columns mean.
ALTER TABLE importing_upload
  ADD COLUMN form text NOT NULL DEFAULT 'text' CHECK (form IN ('text', 'pages', 'table')),
  ADD COLUMN mapping text NOT NULL DEFAULT '';
