package de.kreiskonzept.platform.tenancy.support;

import de.kreiskonzept.foundation.signin.SignedIn.Visit;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.http.HttpStatus;
import java.util.UUID;

/**
 * A visit as its ticket or its cookie finds it.
 *
 * @param id of the visit
 * @param visit who, by whom, until when
 * @param reason what is to be looked at
 * @param valid whether the ticket still opens, or the visitor is still let in
 */
public record Admission(UUID id, Visit visit, String reason, boolean valid) {
    /** Attribute of a request whose visitor is not let in any more. */
    public static final String OVER = "kreiskonzept.visit-over";

    /** What a visitor is told who is not, or no longer, let in. */
    public static Refusal over() {
        return new Refusal(HttpStatus.GONE, "support-over", "support.over");
    }
}
