package de.kreiskonzept.platform.tenancy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a method in a class marked {@link InWorkspace} that it reads and changes nothing of the county, such as the day it is. No
 * transaction is opened for it; outside one every table is refused by PostgreSQL.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface WithoutData {}
