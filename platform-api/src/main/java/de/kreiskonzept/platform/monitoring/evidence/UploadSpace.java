package de.kreiskonzept.platform.monitoring.evidence;

import static de.kreiskonzept.schema.workspace.Tables.IMPORTING_UPLOAD;
import static de.kreiskonzept.schema.workspace.Tables.MONITORING_EVIDENCE;
import static de.kreiskonzept.schema.workspace.Tables.RESOLUTION_ATTACHMENT;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.tenant.Quota;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** How much space the files of a county take: evidence, attachments of papers, and texts that were brought in. */
@Singleton
@InWorkspace(readOnly = true)
public class UploadSpace {
    private final DSLContext dsl;
    private final CurrentWorkspace current;
    private final Texts texts;

    UploadSpace(DSLContext dsl, CurrentWorkspace current, Texts texts) {
        this.dsl = dsl;
        this.current = current;
        this.texts = texts;
    }

    /** Bytes that are taken now. */
    public long taken() {
        var evidence = DSL.select(DSL.sum(MONITORING_EVIDENCE.SIZE))
                .from(MONITORING_EVIDENCE)
                .<BigDecimal>asField();
        var attachments = DSL.select(DSL.sum(RESOLUTION_ATTACHMENT.SIZE))
                .from(RESOLUTION_ATTACHMENT)
                .<BigDecimal>asField();
        var broughtIn = DSL.select(DSL.sum(DSL.octetLength(IMPORTING_UPLOAD.CONTENT)))
                .from(IMPORTING_UPLOAD)
                .<BigDecimal>asField();
        return dsl.select(DSL.coalesce(evidence, DSL.inline(BigDecimal.ZERO))
                        .plus(DSL.coalesce(attachments, DSL.inline(BigDecimal.ZERO)))
                        .plus(DSL.coalesce(broughtIn, DSL.inline(BigDecimal.ZERO))))
                .fetchSingle()
                .value1()
                .longValueExact();
    }

    /**
     * What is wrong with a file that somebody sends, at the field {@code file}.
     *
     * @param before what is wrong with the rest of the form
     * @param there files that are there already
     */
    public FormErrors errors(SentFile file, FormErrors before, int there) {
        FormErrors errors = file.errors(before, there, texts);
        return errors.equals(before) && !file.isNone() && !fits(file.content().length)
                ? errors.with("file", texts.text("tenancy.quota.space", quota().megabytes()))
                : errors;
    }

    private boolean fits(long bytes) {
        return quota().megabytes() == 0 || quota().allowsBytes(taken() + bytes);
    }

    private Quota quota() {
        return current.get().quota();
    }

    /**
     * Checks that a file fits in. Two that come at the same moment may both fit.
     *
     * @param bytes size of the file
     * @throws Refusal 409 where the county's quota does not allow it
     */
    public void require(long bytes) {
        if (!fits(bytes)) {
            throw new Refusal(HttpStatus.CONFLICT, "too-much-space", "tenancy.quota.space", quota().megabytes());
        }
    }
}
