package de.kreiskonzept.foundation.secondfactor;

import de.kreiskonzept.foundation.signin.Credentials;
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

    private final Credentials credentials;
    private final CodeCheck codes;
    private final SecondFactors factors;
    private final SecondFactorRows rows;
    private final SignInArea area;

    SwitchOff(Credentials credentials, CodeCheck codes, SecondFactors factors, SecondFactorRows rows, SignInArea area) {
        this.credentials = credentials;
        this.codes = codes;
        this.factors = factors;
        this.rows = rows;
        this.area = area;
    }

    /**
     * Ends it.
     *
     * @throws Refusal 401 when password or code is wrong, 409 when the account may not do without or has none, 429 after too many attempts
     */
    public void make(HttpRequest<?> request, SignedIn who, String password, String code) {
        factors.requireFree(who);
        var email = area.inTransaction(() -> rows.person(who.accountId())).email();
        credentials.check(request, email, password);
        codes.check(request, who.accountId(), code);
        factors.switchOff(request, who);
    }
}
