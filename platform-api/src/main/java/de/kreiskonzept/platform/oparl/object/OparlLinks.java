package de.kreiskonzept.platform.oparl.object;

import de.kreiskonzept.foundation.mail.SiteUrls;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.util.UUID;

/**
 * Addresses of a county's objects; each is its name for ever.
 *
 * @param base what all of them begin with
 */
public record OparlLinks(String base) {
    /** The addresses of this county. */
    public static OparlLinks of(SiteUrls urls, Workspace county) {
        return new OparlLinks(urls.platform("/" + county.slug() + "/oparl/v1.1"));
    }

    /** Where programs begin. */
    public String system() {
        return base + "/system";
    }

    /** The one county of the system. */
    public String body() {
        return base + "/body";
    }

    /** The list that holds it. */
    public String bodies() {
        return base + "/bodies";
    }

    /** The list of all objects of a type. */
    public String list(OparlType type) {
        return base + "/" + type.listText();
    }

    /** An object. */
    public String object(OparlType type, UUID id) {
        return base + "/" + type.text() + "/" + id;
    }

    /** Where the bytes of a file are. */
    String download(UUID file) {
        return object(OparlType.FILE, file) + "/download";
    }
}
