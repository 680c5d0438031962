--liquibase formatted sql
--changeset kreiskonzept:concept-words-to-search
-- What the search looks words up in. platform.search.SearchStore names the same expressions; a test sees that they are used. Marks
-- between words become spaces, or "Kreis/Gemeinde" would be the name of a file and "www.kreis.example" that of a computer.
CREATE INDEX concept_section_words ON concept_section
  USING gin (to_tsvector('german', translate(number || ' ' || name, './-*:_@&+,;()', '             ')));
CREATE INDEX concept_goal_words ON concept_goal
  USING gin (to_tsvector('german', translate(number || ' ' || text, './-*:_@&+,;()', '             ')));
CREATE INDEX concept_measure_words ON concept_measure
  USING gin (to_tsvector('german', translate(number || ' ' || text || ' ' || description || ' ' || responsible, './-*:_@&+,;()', '             ')));
CREATE INDEX concept_text_block_words ON concept_text_block
  USING gin (to_tsvector('german', translate(name || ' ' || text, './-*:_@&+,;()', '             ')));
