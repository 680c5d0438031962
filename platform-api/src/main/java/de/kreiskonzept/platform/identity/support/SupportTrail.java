package de.kreiskonzept.platform.identity.support;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn.Visit;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.regex.Pattern;

/** Records in the trail of the county what support access is used for; also while the county can only be read. */
@Singleton
@InWorkspace(content = false)
public class SupportTrail {
    private static final int LONGEST = 500;
    // Links of mails have 43 characters, keys of rows 36.
    private static final Pattern SECRET = Pattern.compile("[^/]{40,}");

    private final AuditTrail audit;

    SupportTrail(AuditTrail audit) {
        this.audit = audit;
    }

    /** Records what a visitor asked for, without what is secret in the address. */
    public void record(Visit visit, String action, HttpRequest<?> request) {
        var path = SECRET.matcher(request.getPath()).replaceAll("...");
        record(visit, action, request.getMethodName() + " " + path);
    }

    /** Records what a visitor did, with the names of visitor and host. */
    public void record(Visit visit, String action, String detail) {
        record(Actor.without(visit.names()), action, visit.grant(), detail);
    }

    /** Records what became of a grant. */
    public void record(Actor actor, String action, UUID grant, String detail) {
        audit.record(actor, action, grant.toString(), detail.substring(0, Math.min(LONGEST, detail.length())));
    }
}
