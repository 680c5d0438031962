package de.kreiskonzept.foundation.secondfactor;

import de.kreiskonzept.foundation.audit.AuditTrail.Act;
import de.kreiskonzept.foundation.signin.Sessions;
import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Ends the own second factor, where nobody demands it: with the password and a code. */
@Singleton
@Requires(beans = SignInArea.class)
public final class SwitchOff {
    /** What a program sends: both, because one of them may have been found. */
    @Serdeable
    @Schema(name = "SecondFactorSwitchOff")
    public record Both(
            @NotBlank @Size(max = 200) String password,
            @NotBlank @Size(max = 40) String code) {}

    private final OwnPassword password;
    private final CodeCheck codes;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final SignInArea area;

    SwitchOff(OwnPassword password, CodeCheck codes, SecondFactors factors, Sessions sessions, SignInArea area) {
        this.password = password;
        this.codes = codes;
        this.factors = factors;
        this.sessions = sessions;
        this.area = area;
    }

    /** Says whether the password is asked for. */
    boolean wantsPassword(SignedIn who) {
        return password.isKnown(who);
    }

    /**
     * Ends it.
     *
     * @param typed password of the account
     * @throws Refusal 401 when password or code is wrong, 403 when the account has no password and the sign-in is too long ago, 409 when it
     *     may not do without a second factor or has none, 429 after too many attempts
     */
    public void make(HttpRequest<?> request, SignedIn who, String typed, String code) {
        factors.requireFree(who);
        password.check(request, who, typed);
        var account = codes.check(
                request,
                who.accountId(),
                code,
                () -> factors.remove(who.accountId()),
                done -> new Act("second-factor.off", done.toString(), ""));
        sessions.forget(area.tenant(request).orElseThrow(Refusal::notFound), account);
    }
}
