package de.kreiskonzept.admin.lifecycle;

import de.kreiskonzept.admin.registry.IdempotencyKeys;
import de.kreiskonzept.admin.signup.CountyRequest;
import de.kreiskonzept.admin.signup.Decision;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.tenant.Ags;
import de.kreiskonzept.model.tenant.County;
import de.kreiskonzept.model.tenant.CountyCatalogue;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The provider enters a county that did not sign up by itself. */
@Singleton
@Transactional
public class Entry {
    private final Decision decision;
    private final CountyCatalogue catalogue;
    private final IdempotencyKeys keys;

    Entry(Decision decision, CountyCatalogue catalogue, IdempotencyKeys keys) {
        this.decision = decision;
        this.catalogue = catalogue;
        this.keys = keys;
    }

    /**
     * A county and its first administrator.
     *
     * @param ags five digits
     */
    @Serdeable
    @Schema(name = "TenantEntry")
    public record Form(
            @NotNull @Pattern(regexp = "[0-9]{5}") String ags,

            @NotBlank @Size(max = CountyRequest.LONGEST_NAME)
            String contactName,

            @NotBlank @Size(max = Mail.LONGEST_ADDRESS) String email) {}

    /**
     * Enters a county, approved at once.
     *
     * @param key repetitions with the same one by the same account give the same tenant; null when the sender gives none
     * @return id of the tenant
     * @throws Refusal 409 when the county has a workspace or an open request, 422 for an unknown county or a wrong address
     */
    public UUID enter(Form form, @Nullable String key, Actor actor) {
        return key == null
                ? enter(request(form), actor)
                : keys.once(account(actor), key, form.toString(), () -> enter(request(form), actor));
    }

    private static UUID account(Actor actor) {
        return Optional.ofNullable(actor.id())
                .orElseThrow(() -> new IllegalArgumentException("Only accounts send an Idempotency-Key"));
    }

    private UUID enter(CountyRequest request, Actor actor) {
        return Objects.requireNonNull(decision.enter(request, actor).tenantId());
    }

    private CountyRequest request(Form form) {
        if (!Mail.isAddress(form.email()) || form.contactName().codePoints().anyMatch(Character::isISOControl)) {
            throw refused("lifecycle.entry.contact");
        }
        return new CountyRequest(county(form.ags()), form.contactName().strip(), form.email());
    }

    private County county(String ags) {
        return (ags.matches("[0-9]{5}") ? catalogue.find(new Ags(ags)) : Optional.<County>empty())
                .orElseThrow(() -> refused("lifecycle.entry.county"));
    }

    private static Refusal refused(String key) {
        return new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "invalid", key);
    }
}
