package de.kreiskonzept.platform;

import static de.kreiskonzept.schema.workspace.Tables.IDENTITY_ACCOUNT;
import static de.kreiskonzept.schema.workspace.Tables.MAIL_OUTBOX;

import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.DSLContext;

/** Looks into the mails of a county, and changes its accounts as another server would: past this one's memory. */
@Singleton
@InWorkspace
public class Mailbag {
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+)");

    private final DSLContext dsl;

    Mailbag(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Returns the path of the link in the last mail. */
    public String lastLink() {
        var body = dsl.select(MAIL_OUTBOX.BODY)
                .from(MAIL_OUTBOX)
                .orderBy(MAIL_OUTBOX.CREATED_AT.desc())
                .limit(1)
                .fetchSingle(MAIL_OUTBOX.BODY);
        var link = LINK.matcher(body);
        if (!link.find()) {
            throw new AssertionError("no link in: " + body);
        }
        return link.group(1);
    }

    /** Returns the paths of the links in all mails to this address, the first mail first. */
    public List<String> linksTo(String email) {
        return dsl
                .select(MAIL_OUTBOX.BODY)
                .from(MAIL_OUTBOX)
                .where(MAIL_OUTBOX.RECIPIENT.eq(email))
                .orderBy(MAIL_OUTBOX.CREATED_AT, MAIL_OUTBOX.ID)
                .fetch(MAIL_OUTBOX.BODY)
                .stream()
                .flatMap(body -> LINK.matcher(body).results().map(found -> found.group(1)))
                .toList();
    }

    /** Returns the texts of all mails that hold these words. */
    public List<String> bodies(String words) {
        return dsl.select(MAIL_OUTBOX.BODY)
                .from(MAIL_OUTBOX)
                .where(MAIL_OUTBOX.BODY.contains(words))
                .fetch(MAIL_OUTBOX.BODY);
    }

    /** Suspends all accounts of the county. */
    public int suspendAll() {
        return dsl.update(IDENTITY_ACCOUNT)
                .set(IDENTITY_ACCOUNT.STATE, "suspended")
                .execute();
    }
}
