package de.kreiskonzept.admin.provisioning;

import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.signup.Signup;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.foundation.mail.Outbox;
import de.kreiskonzept.foundation.mail.SiteUrls;
import de.kreiskonzept.foundation.web.Texts;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;

/** The mail by which the first administrator of a county sets a password. */
@Singleton
@Transactional
class InvitationLetter {
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Texts texts;
    private final SiteUrls urls;

    InvitationLetter(Outbox outbox, AuditTrail audit, Texts texts, SiteUrls urls) {
        this.outbox = outbox;
        this.audit = audit;
        this.texts = texts;
        this.urls = urls;
    }

    /**
     * Puts the mail into the outbox and notes it in the trail; joins the current transaction.
     *
     * @param token secret of the link; the workspace knows its hash already
     */
    void send(Tenant tenant, Signup signup, String token, Actor actor) {
        var link = urls.platform("/" + tenant.slug() + "/einladung/" + token);
        Object[] args = {signup.contactName(), tenant.name(), link, Building.INVITATION.toDays()};
        outbox.enqueue(new Mail(
                signup.email(),
                texts.text("provisioning.invitation.subject", args),
                texts.text("provisioning.invitation.body", args)));
        audit.record(actor, "tenant.invited", tenant.id().toString(), "");
    }
}
