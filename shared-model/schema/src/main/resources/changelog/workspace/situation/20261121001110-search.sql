--liquibase formatted sql
--changeset kreiskonzept:situation-words-to-search
-- What the search looks words up in, as concept-words-to-search says it for the other parts.
CREATE INDEX situation_indicator_words ON situation_indicator
  USING gin (to_tsvector('german', translate(name || ' ' || definition || ' ' || source, './-*:_@&+,;()', '             ')));
CREATE INDEX situation_figure_words ON situation_figure
  USING gin (to_tsvector('german', translate(name || ' ' || source, './-*:_@&+,;()', '             ')));
