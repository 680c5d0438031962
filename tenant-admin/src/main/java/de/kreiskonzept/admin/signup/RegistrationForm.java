package de.kreiskonzept.admin.signup;

import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.tenant.Ags;
import de.kreiskonzept.model.tenant.County;
import de.kreiskonzept.model.tenant.CountyCatalogue;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the sign-up form sends; anything may be missing or wrong. */
@Serdeable
@Introspected
public record RegistrationForm(
        @Nullable String ags,
        @Nullable String contactName,
        @Nullable String email,
        @Nullable String agreement,
        @Nullable String csrfToken) {

    static final RegistrationForm EMPTY = new RegistrationForm(null, null, null, null, null);

    FormErrors check(CountyCatalogue catalogue, Texts texts) {
        var errors = FormErrors.none();
        if (county(catalogue).isEmpty()) {
            errors = errors.with("ags", texts.text("signup.form.ags.error"));
        }
        if (!CountyRequest.isName(text(contactName))) {
            errors =
                    errors.with("contactName", texts.text("signup.form.contactName.error", CountyRequest.LONGEST_NAME));
        }
        if (!Mail.isAddress(text(email).strip())) {
            errors = errors.with("email", texts.text("signup.form.email.error"));
        }
        return agreed() ? errors : errors.with("agreement", texts.text("signup.form.agreement.error"));
    }

    Optional<County> county(CountyCatalogue catalogue) {
        return text(ags).matches("[0-9]{5}") ? catalogue.find(new Ags(text(ags))) : Optional.empty();
    }

    boolean agreed() {
        return "true".equals(agreement);
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
