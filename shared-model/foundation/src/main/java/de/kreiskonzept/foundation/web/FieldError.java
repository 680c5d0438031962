package de.kreiskonzept.foundation.web;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What is wrong with one field of a form, as a German sentence that says what to do.
 *
 * @param field name of the form field; empty when the message is about the form as a whole
 * @param message the sentence, never empty
 */
@Serdeable
public record FieldError(String field, String message) {}
