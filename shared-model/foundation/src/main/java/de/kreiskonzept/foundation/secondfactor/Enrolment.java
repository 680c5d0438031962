package de.kreiskonzept.foundation.secondfactor;

import de.kreiskonzept.foundation.secondfactor.SecretBox.Owner;
import de.kreiskonzept.foundation.secondfactor.SecretBox.Purpose;
import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sets a second factor up: the offered secret travels sealed with the form, and only the first right code lets it be kept. Whoever has one
 * moves to another device the same way.
 */
@Singleton
@Requires(beans = SignInArea.class)
public final class Enrolment {
    /**
     * What a program sends to keep an offered secret.
     *
     * @param offer from the answer to the request for an offer
     * @param code first code of the app
     * @param password of the account; only where it has one and no second factor yet
     */
    @Serdeable
    @Schema(name = "SecondFactorConfirmation")
    public record Confirmation(
            @NotBlank @Size(max = 200) String offer,
            @NotBlank @Size(max = 40) String code,
            @Nullable @Size(max = 200) String password) {}

    /** Ten codes, each of four groups of four digits, told once. */
    @Serdeable
    @Schema(name = "RecoveryCodes")
    public record RecoveryCodes(List<String> recoveryCodes) {}

    private final SignInArea area;
    private final SecondFactorRows rows;
    private final SecretBox box;
    private final Totp totp;
    private final SecondFactors factors;
    private final OwnPassword password;

    Enrolment(
            SignInArea area,
            SecondFactorRows rows,
            SecretBox box,
            Totp totp,
            SecondFactors factors,
            OwnPassword password) {
        this.area = area;
        this.rows = rows;
        this.box = box;
        this.totp = totp;
        this.factors = factors;
        this.password = password;
    }

    /** Says whether the password is asked for: an account that has a second factor shows a fresh code instead. */
    boolean wantsPassword(SignedIn who) {
        return !who.proof().enrolled() && password.isKnown(who);
    }

    /**
     * Offers a new secret; nothing is stored.
     *
     * @param issuer name of the county or the console, as the app shows it
     * @throws Refusal 403 when the account has neither second factor nor password and the sign-in is too long ago
     */
    public Offer offer(HttpRequest<?> request, SignedIn who, String issuer) {
        if (!who.proof().enrolled()) {
            password.requirePasswordOrRecentSignIn(who);
        }
        var secret = Totp.createSecret();
        var sealed = box.seal(owner(request, who), Purpose.OFFERED, secret);
        return offer(
                who, issuer, secret, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    /**
     * Shows an offer once more, after a wrong code.
     *
     * @throws Refusal 400 when it is not one for this account
     */
    Offer again(HttpRequest<?> request, SignedIn who, String issuer, String sealed) {
        return offer(who, issuer, opened(owner(request, who), sealed), sealed);
    }

    private Offer offer(SignedIn who, String issuer, byte[] secret, String sealed) {
        var email = area.inTransaction(() -> rows.person(who.accountId())).email();
        return Offer.of(Totp.text(secret), issuer, email, sealed);
    }

    /**
     * Keeps the offered secret. Whoever has no second factor yet shows the password again.
     *
     * @return ten recovery codes, to be shown once
     * @throws Refusal 400 when the offer is not one for this account, 401 when password or code is not right, 403 when the account has no
     *     password and the sign-in is too long ago, 429 after too many attempts
     */
    public List<String> confirm(HttpRequest<?> request, SignedIn who, Confirmation said) {
        var owner = owner(request, who);
        var secret = opened(owner, said.offer());
        if (!who.proof().enrolled()) {
            password.check(request, who, said.password() == null ? "" : said.password());
        }
        var step = totp.step(secret, said.code().replaceAll("\\s", ""))
                .orElseThrow(() -> new Refusal(HttpStatus.UNAUTHORIZED, "wrong-code", "secondfactor.enrol.wrong"));
        return factors.begin(owner, who, secret, step);
    }

    private byte[] opened(Owner owner, String sealed) {
        try {
            return box.open(owner, Purpose.OFFERED, Base64.getUrlDecoder().decode(sealed))
                    .orElseThrow(Enrolment::foreign);
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
    }

    private static Refusal foreign() {
        return new Refusal(HttpStatus.BAD_REQUEST, "offer-unknown", "secondfactor.enrol.foreign");
    }

    private Owner owner(HttpRequest<?> request, SignedIn who) {
        return new Owner(area.tenant(request).orElseThrow(Refusal::notFound), who.accountId());
    }
}
