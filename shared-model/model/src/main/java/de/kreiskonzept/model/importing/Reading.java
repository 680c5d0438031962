package de.kreiskonzept.model.importing;

/** Outcome of reading an upload: a concept with its deviations, or the finding that it is no text. */
public sealed interface Reading permits ParsedConcept, NotText {}
