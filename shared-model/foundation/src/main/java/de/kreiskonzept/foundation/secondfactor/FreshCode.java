package de.kreiskonzept.foundation.secondfactor;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a route that wants a code of the second factor that is at most five minutes old, however long the person has been signed in. Whoever
 * has no second factor, and needs none, passes.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface FreshCode {}
