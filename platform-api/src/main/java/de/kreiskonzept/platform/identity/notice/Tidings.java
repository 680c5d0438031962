package de.kreiskonzept.platform.identity.notice;

import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.foundation.mail.Outbox;
import de.kreiskonzept.foundation.mail.SiteUrls;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells people by mail what has just happened: everybody who wants such mails but whoever did it. */
@Singleton
@InWorkspace
public class Tidings {
    private final Notices notices;
    private final Outbox outbox;
    private final CurrentWorkspace current;
    private final SiteUrls urls;
    private final Texts texts;

    Tidings(Notices notices, Outbox outbox, CurrentWorkspace current, SiteUrls urls, Texts texts) {
        this.notices = notices;
        this.outbox = outbox;
        this.current = current;
        this.urls = urls;
        this.texts = texts;
    }

    /**
     * Something that has happened.
     *
     * @param path address below the county where it is seen
     * @param by account of whoever did it; null where nobody was signed in
     * @param first what the sentence of this kind names first
     * @param second what it names second, maybe empty
     */
    public record Tiding(
            NoticeKind kind, String path, @Nullable UUID by, String first, String second) {}

    /** Writes the mails, with one statement for all of them. */
    public void tell(Tiding tiding) {
        String home = "/" + current.get().slug() + "/";
        String key = "identity.notice.mail." + tiding.kind().text();
        String text = texts.text(key + ".text", line(tiding.first()), line(tiding.second()));
        outbox.enqueue(notices.listReceivers(tiding.kind()).stream()
                .filter(one -> !one.account().equals(tiding.by()))
                .map(one -> new Mail(
                        one.email(),
                        texts.text(key + ".subject", current.get().name()),
                        texts.text(
                                "identity.notice.mail.body",
                                one.name(),
                                text,
                                urls.platform(home + tiding.path()),
                                urls.platform(home + "benachrichtigungen"))))
                .toList());
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
