package de.kreiskonzept.platform.onboarding.stakeholder;

import java.time.LocalDate;

/**
 * A talk with a stakeholder.
 *
 * @param words what it was about and what it brought
 * @param author name of the account that wrote it down
 */
public record Contact(LocalDate heldOn, String words, String author) {}
