package de.kreiskonzept.platform.home.digest;

import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.foundation.mail.Outbox;
import de.kreiskonzept.foundation.mail.SiteUrls;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Task;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.home.OpenWork;
import de.kreiskonzept.platform.identity.notice.NoticeKind;
import de.kreiskonzept.platform.identity.notice.Notices;
import de.kreiskonzept.platform.identity.notice.Notices.Receiver;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells people once a week by mail what waits for them; whoever has nothing to do gets none. */
@Singleton
@InWorkspace
public class Digests {
    private final Notices notices;
    private final OpenWork open;
    private final DigestStore store;
    private final Letter letter;
    private final Outbox outbox;

    Digests(Notices notices, OpenWork open, DigestStore store, Letter letter, Outbox outbox) {
        this.notices = notices;
        this.open = open;
        this.store = store;
        this.letter = letter;
        this.outbox = outbox;
    }

    /**
     * Writes the mails of a week that are not written yet.
     *
     * @param monday first day of the week
     * @return number of mails
     */
    public int write(LocalDate monday) {
        var told = store.told(monday);
        List<Receiver> people = notices.listReceivers(NoticeKind.DIGEST).stream()
                .filter(one -> !told.contains(one.account()))
                .toList();
        Map<UUID, List<Task>> waiting =
                open.of(letter.home(), people.stream().collect(Collectors.toMap(Receiver::account, Receiver::role)));
        List<Receiver> receivers = people.stream()
                .filter(one -> !waiting.getOrDefault(one.account(), List.of()).isEmpty())
                .toList();
        if (receivers.isEmpty()) {
            return 0;
        }
        Map<UUID, String> secrets =
                store.begin(receivers.stream().map(Receiver::account).toList(), monday);
        List<Mail> mails = receivers.stream()
                .filter(one -> secrets.containsKey(one.account()))
                .map(one -> letter.write(
                        one, waiting.getOrDefault(one.account(), List.of()), secrets.getOrDefault(one.account(), "")))
                .toList();
        outbox.enqueue(mails);
        return mails.size();
    }

    /**
     * Whether there is a mail with this secret.
     *
     * @throws Refusal 404 where there is none
     */
    @InWorkspace(readOnly = true)
    void require(String secret) {
        account(secret);
    }

    /**
     * Ends the weekly mails to whoever got the one with this secret.
     *
     * @throws Refusal 404 where there is none
     */
    void end(String secret) {
        notices.end(account(secret), NoticeKind.DIGEST);
    }

    private UUID account(String secret) {
        return store.find(secret).orElseThrow(Refusal::notFound);
    }

    /** Writes the words of a weekly mail. */
    @Singleton
    static final class Letter {
        private final CurrentWorkspace current;
        private final SiteUrls urls;
        private final Texts texts;

        Letter(CurrentWorkspace current, SiteUrls urls, Texts texts) {
            this.current = current;
            this.urls = urls;
            this.texts = texts;
        }

        /** Start page of the county. */
        String home() {
            return "/" + current.get().slug() + "/";
        }

        Mail write(Receiver receiver, List<Task> tasks, String secret) {
            String county = current.get().name();
            String lines = tasks.stream().map(this::line).collect(Collectors.joining("\n\n"));
            return new Mail(
                    receiver.email(),
                    texts.text("home.digest.subject", county),
                    texts.text(
                            "home.digest.body",
                            receiver.name(),
                            lines,
                            urls.platform(home() + "benachrichtigungen"),
                            urls.platform(home() + "abbestellen/" + secret)));
        }

        private String line(Task task) {
            String number = task.status().isEmpty() ? "" : " (" + task.status() + ")";
            String href = task.href();
            return "- " + task.label() + number + (href == null ? "" : "\n  " + urls.platform(href));
        }
    }
}
