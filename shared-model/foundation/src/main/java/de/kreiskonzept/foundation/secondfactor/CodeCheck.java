package de.kreiskonzept.foundation.secondfactor;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.audit.AuditTrail.Act;
import de.kreiskonzept.foundation.secondfactor.SecretBox.Owner;
import de.kreiskonzept.foundation.signin.GuessLimit;
import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Checks codes of people who have a second factor. A code counts once; so does a recovery code, which stands for one. Guesses are limited for
 * an account and an address, and for the account from everywhere: only who knows the password gets here, so nobody else is shut out.
 */
@Singleton
@Requires(beans = SignInArea.class)
public final class CodeCheck {
    private static final String FAILED = "second-factor.failed";

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
     * Uses a code up for what comes later.
     *
     * @param typed code of the app or recovery code, as somebody typed it: spaces and hyphens do not count
     * @throws Refusal 401 when it is wrong or was used before, 429 after too many attempts
     */
    public void check(HttpRequest<?> request, UUID account, String typed) {
        var owner = owner(request, account);
        attempt(request, owner, () -> {
            if (isGood(owner, typed)) {
                return Optional.of(owner);
            }
            audit.record(actor(owner), FAILED, account.toString(), "");
            return Optional.empty();
        });
    }

    /**
     * Uses a code up and does what it opens, both or neither, as one act.
     *
     * @param typed as above
     * @param act what the entry says
     * @throws Refusal 401 when the code is wrong or was used before, 429 after too many attempts
     */
    <T> T check(HttpRequest<?> request, UUID account, String typed, Supplier<T> work, Function<T, Act> act) {
        var owner = owner(request, account);
        return attempt(
                request,
                owner,
                () -> audit.getAsOne(
                        actor(owner),
                        () -> isGood(owner, typed) ? Optional.of(work.get()) : Optional.<T>empty(),
                        done -> done.map(act).orElseGet(() -> new Act(FAILED, account.toString(), ""))));
    }

    private <T> T attempt(HttpRequest<?> request, Owner owner, Supplier<Optional<T>> work) {
        var subject = "second-factor " + owner;
        var address = addresses.resolve(request);
        guesses.attempt(subject, address);
        guesses.attempt(subject, subject);
        T done = area.inTransaction(work)
                .orElseThrow(() -> new Refusal(HttpStatus.UNAUTHORIZED, "wrong-code", "secondfactor.code.wrong"));
        guesses.succeeded(subject, address);
        guesses.succeeded(subject, subject);
        return done;
    }

    private Owner owner(HttpRequest<?> request, UUID account) {
        return new Owner(area.tenant(request).orElseThrow(Refusal::notFound), account);
    }

    private boolean isGood(Owner owner, String typed) {
        var code = typed.replaceAll("[\\s-]", "");
        return code.length() == Totp.DIGITS ? isCodeOfApp(owner, code) : isRecoveryCode(owner, code);
    }

    private boolean isCodeOfApp(Owner owner, String code) {
        return rows.secret(owner).stream()
                .flatMapToLong(secret -> totp.step(secret, code).stream())
                .anyMatch(step -> rows.useStep(owner.account(), step));
    }

    private boolean isRecoveryCode(Owner owner, String code) {
        var used = rows.useRecoveryCode(owner, code);
        if (used) {
            audit.record(
                    actor(owner), "second-factor.recovered", owner.account().toString(), "");
        }
        return used;
    }

    private Actor actor(Owner owner) {
        return new Actor(owner.account(), rows.person(owner.account()).name());
    }
}
