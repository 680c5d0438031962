package de.kreiskonzept.admin.signup;

import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.tenant.CountyCatalogue;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What the sign-up form sends; anything may be missing or wrong.
 *
 * @param ags an AGS, or the name of a county as {@link CountyChoice} understands it
 * @param agreement "true" where the box is ticked
 */
@Serdeable
@Introspected
public record RegistrationForm(
        @Nullable String ags,
        @Nullable String contactName,
        @Nullable String email,
        @Nullable String agreement,
        @Nullable String csrfToken) {

    static final RegistrationForm EMPTY = new RegistrationForm(null, null, null, null, null);

    RegistrationForm withCounty(String typed) {
        return new RegistrationForm(typed, contactName, email, agreement, csrfToken);
    }

    FormErrors check(CountyCatalogue catalogue, Texts texts) {
        var errors = switch (CountyChoice.of(text(ags), catalogue)) {
            case CountyChoice.One _ -> FormErrors.none();
            case CountyChoice.None none -> FormErrors.none().with("ags", none.sentence(texts));
        };
        if (!CountyRequest.isName(text(contactName))) {
            errors =
                    errors.with("contactName", texts.text("signup.form.contactName.error", CountyRequest.LONGEST_NAME));
        }
        if (!Mail.isAddress(text(email).strip())) {
            errors = errors.with("email", texts.text("signup.form.email.error"));
        }
        return agreed() ? errors : errors.with("agreement", texts.text("signup.form.agreement.error"));
    }

    /**
     * What the form asks for.
     *
     * @throws IllegalArgumentException when {@link #check} finds errors
     */
    CountyRequest request(CountyCatalogue catalogue) {
        return switch (CountyChoice.of(text(ags), catalogue)) {
            case CountyChoice.One one ->
                new CountyRequest(
                        one.county(), text(contactName).strip(), text(email).strip());
            case CountyChoice.None _ -> throw new IllegalArgumentException("The form names no county");
        };
    }

    boolean agreed() {
        return "true".equals(agreement);
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
