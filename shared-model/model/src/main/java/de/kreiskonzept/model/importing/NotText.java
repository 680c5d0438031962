package de.kreiskonzept.model.importing;

/** The input is no text, such as an image, an archive or an office document; nothing was read from it. */
public record NotText() implements Reading {}
