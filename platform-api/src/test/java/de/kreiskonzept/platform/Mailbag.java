package de.kreiskonzept.platform;

import static de.kreiskonzept.schema.workspace.Tables.IDENTITY_ACCOUNT;
import static de.kreiskonzept.schema.workspace.Tables.MAIL_OUTBOX;

import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
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

    /** Suspends all accounts of the county. */
    public int suspendAll() {
        return dsl.update(IDENTITY_ACCOUNT)
                .set(IDENTITY_ACCOUNT.STATE, "suspended")
                .execute();
    }
}
