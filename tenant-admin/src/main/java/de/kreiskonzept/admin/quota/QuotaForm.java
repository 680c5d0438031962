package de.kreiskonzept.admin.quota;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.tenant.OwnQuota;
import de.kreiskonzept.model.tenant.Quota;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the form of a quota sends, as it was typed; an empty field is as for all. */
@Serdeable
@Introspected
record QuotaForm(
        @Nullable String requests,
        @Nullable String jobs,
        @Nullable String megabytes,
        @Nullable String accounts,
        @Nullable Long version,
        @Nullable String csrfToken) {
    /** The form as it is before anybody types. */
    static QuotaForm of(Agreed agreed) {
        OwnQuota own = agreed.own();
        return new QuotaForm(
                text(own.requests()),
                text(own.jobs()),
                text(own.megabytes()),
                text(own.accounts()),
                agreed.version(),
                null);
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    /** What stands in each field, by its name. */
    Map<String, String> typed() {
        return Map.of(
                "requests",
                shown(requests),
                "jobs",
                shown(jobs),
                "megabytes",
                shown(megabytes),
                "accounts",
                shown(accounts));
    }

    private static String shown(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    FormErrors errors(Texts texts) {
        var errors = FormErrors.none();
        var typed = typed();
        for (var field : new String[] {"requests", "jobs", "megabytes", "accounts"}) {
            if (!isLimit(typed.getOrDefault(field, ""))) {
                errors = errors.with(field, texts.text("quota.wrong", Quota.MOST));
            }
        }
        return errors;
    }

    private static boolean isLimit(String typed) {
        return typed.isEmpty() || (typed.matches("\\d{1,7}") && Integer.parseInt(typed) <= Quota.MOST);
    }

    /** What it says; only where there are no errors. */
    OwnQuota own() {
        return new OwnQuota(number(requests), number(jobs), number(megabytes), number(accounts));
    }

    private static @Nullable Integer number(@Nullable String typed) {
        return shown(typed).isEmpty() ? null : Integer.valueOf(shown(typed));
    }

    long read() {
        return version == null ? -1 : version;
    }
}
