package de.kreiskonzept.platform.tenancy;

import io.micronaut.aop.Around;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs the method in one transaction that is bound to the current county: its role, its schema as the only one on the search path, a
 * time limit for each statement, all until the transaction ends. Inside another method so marked it joins; inside a transaction that
 * is not bound it is an error. Without it every table of a county is refused by PostgreSQL.
 */
@Around
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface InWorkspace {
    /** True where the method only reads: PostgreSQL then refuses every change. */
    boolean readOnly() default false;

    /**
     * False where the method changes no content of the county, only the sessions of people, which are not the county's but the
     * person's: it may write even while the county is read-only.
     */
    boolean content() default true;
}
