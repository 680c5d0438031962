package de.kreiskonzept.foundation.secondfactor;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.secondfactor.SecretBox.Owner;
import de.kreiskonzept.foundation.signin.Sessions;
import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The second factors of an area once they are there: what is known of them, new recovery codes, the end of one. A new secret, and the end of
 * one, make all remembered devices be forgotten.
 */
@Singleton
@Requires(beans = SignInArea.class)
public final class SecondFactors {
    private static final int CODES = 10;
    private static final int GROUPS = 4;
    private static final int GROUP = 10_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * What somebody is told of the own second factor.
     *
     * @param required whether the account may do nothing without one
     * @param since when it was set up; null where it was not
     * @param recoveryCodes how many are unused
     */
    @Serdeable
    @Schema(name = "SecondFactor")
    public record Standing(boolean required, @Nullable OffsetDateTime since, int recoveryCodes) {}

    private final SignInArea area;
    private final SecondFactorRows rows;
    private final RememberedDeviceRows devices;
    private final Sessions sessions;
    private final AuditTrail audit;

    SecondFactors(
            SignInArea area, SecondFactorRows rows, RememberedDeviceRows devices, Sessions sessions, AuditTrail audit) {
        this.area = area;
        this.rows = rows;
        this.devices = devices;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Returns what is known of the own second factor. */
    public Standing standing(SignedIn who) {
        var account = who.accountId();
        return area.inTransaction(() -> new Standing(
                who.proof().required(), rows.since(account).orElse(null), rows.countRecoveryCodes(account)));
    }

    /** Says whether an account has a second factor. */
    public boolean isEnrolled(UUID account) {
        return area.inTransaction(() -> rows.since(account).isPresent());
    }

    /**
     * Replaces the recovery codes.
     *
     * @return ten new ones, each of four groups of four digits, to be shown once
     * @throws Refusal 409 when the account has no second factor
     */
    public List<String> renewRecoveryCodes(HttpRequest<?> request, SignedIn who) {
        var owner = new Owner(area.tenant(request).orElseThrow(Refusal::notFound), who.accountId());
        return area.inTransaction(() -> {
            if (rows.since(who.accountId()).isEmpty()) {
                throw notEnrolled();
            }
            audit.record(actor(who), "second-factor.codes", who.accountId().toString(), "");
            return newRecoveryCodes(owner);
        });
    }

    /**
     * Keeps a secret that a code has confirmed; the code counts as given in this session.
     *
     * @param step time step of the code
     * @return ten recovery codes, to be shown once
     */
    List<String> begin(Owner owner, SignedIn who, byte[] secret, long step) {
        var codes = area.inTransaction(() -> {
            rows.keep(owner, secret, step);
            devices.deleteAll(who.accountId());
            audit.record(actor(who), "second-factor.enrolled", who.accountId().toString(), "");
            return newRecoveryCodes(owner);
        });
        sessions.noteCode(owner.tenant(), who.sessionId());
        sessions.forget(owner.tenant(), who.accountId());
        return codes;
    }

    private List<String> newRecoveryCodes(Owner owner) {
        var codes = Stream.generate(SecondFactors::recoveryCode).limit(CODES).toList();
        rows.replaceRecoveryCodes(
                owner, codes.stream().map(code -> code.replace(" ", "")).toList());
        return codes;
    }

    private static String recoveryCode() {
        return RANDOM.ints(GROUPS, 0, GROUP).mapToObj("%04d"::formatted).collect(Collectors.joining(" "));
    }

    /**
     * Refuses to end the own second factor where it must stay.
     *
     * @throws Refusal 409 when the account has none, or may do nothing without one
     */
    void requireFree(SignedIn who) {
        if (who.proof().required()) {
            throw new Refusal(HttpStatus.CONFLICT, "second-factor-needed", "secondfactor.off.needed");
        }
        if (!who.proof().enrolled()) {
            throw notEnrolled();
        }
    }

    /**
     * Ends the second factor of somebody who lost it. All sessions of the account end with it.
     *
     * @throws Refusal 409 when the account has none
     */
    public void reset(UUID tenant, UUID account, Actor actor) {
        area.inTransaction(() -> {
            audit.record(actor, "second-factor.reset", remove(account).toString(), "");
            return account;
        });
        sessions.endAll(tenant, account);
    }

    /**
     * Takes the second factor of an account and forgets its devices, in the transaction of the act that it is a part of; gives the account.
     *
     * @throws Refusal 409 when it has none
     */
    UUID remove(UUID account) {
        if (!rows.delete(account)) {
            throw notEnrolled();
        }
        devices.deleteAll(account);
        return account;
    }

    private static Refusal notEnrolled() {
        return new Refusal(HttpStatus.CONFLICT, "no-second-factor", "secondfactor.none");
    }

    private static Actor actor(SignedIn who) {
        return new Actor(who.accountId(), who.name());
    }
}
