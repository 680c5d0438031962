package de.kreiskonzept.foundation.secondfactor;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.secondfactor.SecretBox.Owner;
import de.kreiskonzept.foundation.signin.GuessLimit;
import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Checks codes of people who have a second factor. A code counts once; so does a recovery code, which stands for one. Guesses are limited for
 * an account and an address, and for the account from everywhere: only who knows the password gets here, so nobody else is shut out.
 */
@Singleton
@Requires(beans = SignInArea.class)
public final class CodeCheck {
    private final SignInArea area;
    private final SecondFactorRows rows;
    private final Totp totp;
    private final AuditTrail audit;
    private final GuessLimit guesses;
    private final HttpClientAddressResolver addresses;

    CodeCheck(
            SignInArea area,
            SecondFactorRows rows,
            Totp totp,
            AuditTrail audit,
            GuessLimit guesses,
            HttpClientAddressResolver addresses) {
        this.area = area;
        this.rows = rows;
        this.totp = totp;
        this.audit = audit;
        this.guesses = guesses;
        this.addresses = addresses;
    }

    /**
     * Uses a code up.
     *
     * @param typed code of the app or recovery code, as somebody typed it: spaces and hyphens do not count
     * @throws Refusal 401 when it is wrong or was used before, 429 after too many attempts
     */
    public void check(HttpRequest<?> request, UUID account, String typed) {
        var owner = new Owner(area.tenant(request).orElseThrow(Refusal::notFound), account);
        var subject = "second-factor " + owner;
        var address = addresses.resolve(request);
        guesses.attempt(subject, address);
        guesses.attempt(subject, subject);
        if (!area.inTransaction(() -> isGood(owner, typed.replaceAll("[\\s-]", "")))) {
            throw new Refusal(HttpStatus.UNAUTHORIZED, "wrong-code", "secondfactor.code.wrong");
        }
        guesses.succeeded(subject, address);
        guesses.succeeded(subject, subject);
    }

    private boolean isGood(Owner owner, String code) {
        var good = code.length() == Totp.DIGITS ? isCodeOfApp(owner, code) : isRecoveryCode(owner, code);
        if (!good) {
            record(owner, "second-factor.failed");
        }
        return good;
    }

    private boolean isCodeOfApp(Owner owner, String code) {
        return rows.secret(owner).stream()
                .flatMapToLong(secret -> totp.step(secret, code).stream())
                .anyMatch(step -> rows.useStep(owner.account(), step));
    }

    private boolean isRecoveryCode(Owner owner, String code) {
        var used = rows.useRecoveryCode(owner, code);
        if (used) {
            record(owner, "second-factor.recovered");
        }
        return used;
    }

    private void record(Owner owner, String action) {
        var actor = new Actor(owner.account(), rows.person(owner.account()).name());
        audit.record(actor, action, owner.account().toString(), "");
    }
}
