package de.kreiskonzept.admin.web;

import de.kreiskonzept.foundation.mail.Mailbox;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.UUID;

/** Shows the mail that would have been sent; only in local use, where it is open to everybody on this machine. */
@Hidden
@Controller("/postfach")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
class MailboxPages {
    private static final int SHOWN = 200;

    private final Mailbox mailbox;
    private final Frames frames;
    private final Moments moments;
    private final MailText text;

    MailboxPages(Mailbox mailbox, Frames frames, Moments moments, MailText text) {
        this.mailbox = mailbox;
        this.frames = frames;
        this.moments = moments;
        this.text = text;
    }

    @Get
    ModelAndView<Map<String, Object>> list(HttpRequest<?> request) {
        if (!mailbox.isOpen()) {
            throw Refusal.notFound();
        }
        var mails = mailbox.list().stream().limit(SHOWN).toList();
        return new ModelAndView<>(
                "web/mailbox",
                Map.of("page", frames.of(request, "web.mailbox.title"), "mails", mails, "moments", moments));
    }

    @Get("/{id}")
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, UUID id) {
        var mail = mailbox.find(id).orElseThrow(Refusal::notFound);
        var page = frames.of(request, "web.mailbox.mail", mail.subject());
        return new ModelAndView<>(
                "web/mail",
                Map.of(
                        "page",
                        page.withBreadcrumb(
                                new Crumb(page.t("web.mailbox.title"), "/postfach"), Crumb.here(mail.subject())),
                        "mail",
                        mail,
                        "sentAt",
                        moments.of(mail.at()),
                        "parts",
                        text.parts(mail.body())));
    }
}
