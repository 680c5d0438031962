package de.kreiskonzept.foundation.secondfactor;

import de.kreiskonzept.foundation.signin.FormTokens;
import de.kreiskonzept.foundation.web.form.SentBody;
import de.kreiskonzept.foundation.web.form.SentForm;
import de.kreiskonzept.foundation.web.form.SentForm.Field;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A form that came without a fresh code. What was typed stays with the browser: the page that asks for the code carries it in hidden fields
 * and sends it with the code to where the form was going. There it is checked like any form, so whoever changes it gains nothing.
 *
 * @param action path to which the form was going
 * @param fields what was typed, without the value that guards the form
 * @param code that came with it; null for none
 */
public record KeptForm(
        String action, List<Field> fields, @Nullable String code) {
    /** Name of the field with the code. */
    public static final String CODE = "freshCode";

    /** Names of the fields for passwords and codes: a form with one of them is not kept. */
    public static final Set<String> SECRETS = Set.of("password", "repeated", "code");

    private static final Set<String> OWN = Set.of(CODE, FormTokens.FIELD);
    private static final int LONGEST = 64 * 1024;

    /** Finds the form of a request; empty where it is none, carries a file or a secret, or is longer than 64 KiB. */
    static Optional<KeptForm> of(HttpRequest<?> request) {
        var isForm = request.getMethod() == HttpMethod.POST
                && request.getContentType()
                        .filter(type -> type.matches(MediaType.APPLICATION_FORM_URLENCODED_TYPE))
                        .isPresent();
        return isForm ? of(request.getPath(), SentBody.of(request).join()) : Optional.empty();
    }

    static Optional<KeptForm> of(String action, byte[] body) {
        if (body.length > LONGEST) {
            return Optional.empty();
        }
        var form = SentForm.of(body);
        if (form.fields().stream().map(Field::name).anyMatch(SECRETS::contains)) {
            return Optional.empty();
        }
        var typed = form.fields().stream()
                .filter(field -> !OWN.contains(field.name()))
                .toList();
        return Optional.of(new KeptForm(action, typed, form.find(CODE).orElse(null)));
    }
}
