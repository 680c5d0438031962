package de.kreiskonzept.platform.tenancy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a route that changes nothing of a county but the sessions of people: signing in and out. Such a route stays open while
 * the county is read-only; every other change is refused then.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ChangesNoContent {}
