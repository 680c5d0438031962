--liquibase formatted sql
--changeset kreiskonzept:concept-chapters
-- The concept as a document: its chapters in their order. All rows of a version bear the same row version, as the list changes as a whole.
CREATE TABLE concept_chapter (
  id uuid PRIMARY KEY,
  version_id uuid NOT NULL,
  frozen boolean NOT NULL DEFAULT false,
  position integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('foreword', 'purpose', 'participation', 'figures', 'structures', 'understanding', 'fields',
    'themes', 'sections', 'implementation', 'own')),
  title text NOT NULL,
  left_out boolean NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  version bigint NOT NULL,
  UNIQUE (id, version_id),
  FOREIGN KEY (version_id, frozen) REFERENCES concept_version (id, frozen) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX concept_chapter_by_version ON concept_chapter (version_id, position);

-- A text of the version as a whole may stand in a chapter.
ALTER TABLE concept_text_block ADD COLUMN chapter_id uuid;
ALTER TABLE concept_text_block ADD CHECK (chapter_id IS NULL OR (section_id IS NULL AND goal_id IS NULL));
ALTER TABLE concept_text_block ADD FOREIGN KEY (chapter_id, version_id) REFERENCES concept_chapter (id, version_id);
CREATE INDEX concept_text_block_by_chapter ON concept_text_block (chapter_id);

--changeset kreiskonzept:concept-chapters-frozen-from-adoption-on
ALTER TABLE concept_chapter ENABLE ROW LEVEL SECURITY;
CREATE POLICY concept_chapter_read ON concept_chapter FOR SELECT USING (true);
CREATE POLICY concept_chapter_create ON concept_chapter FOR INSERT WITH CHECK (NOT frozen);
CREATE POLICY concept_chapter_change ON concept_chapter FOR UPDATE USING (NOT frozen) WITH CHECK (NOT frozen);
CREATE POLICY concept_chapter_remove ON concept_chapter FOR DELETE USING (NOT frozen);
