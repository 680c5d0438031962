package de.kreiskonzept.foundation.secondfactor;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.LocalUse;
import de.kreiskonzept.foundation.signin.Device;
import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.signin.Tickets;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Browsers that somebody has named and that are not asked for a code for 30 days. Each serves the one account that remembered it. */
@Singleton
@Requires(beans = SignInArea.class)
public final class RememberedDevices {
    /** How long a browser is remembered. */
    public static final Duration LIFETIME = Duration.ofDays(30);

    private static final int LONGEST_NAME = 60;

    /**
     * A browser that is remembered.
     *
     * @param name as its owner calls it; may be empty
     */
    @Serdeable
    @Schema(name = "RememberedDevice")
    public record Remembered(
            UUID id, String name, OffsetDateTime since, OffsetDateTime lastUsedAt, OffsetDateTime expiresAt) {}

    private final SignInArea area;
    private final RememberedDeviceRows rows;
    private final SecondFactorRows people;
    private final AuditTrail audit;
    private final boolean encrypted;

    RememberedDevices(
            SignInArea area,
            RememberedDeviceRows rows,
            SecondFactorRows people,
            AuditTrail audit,
            Environment environment) {
        this.area = area;
        this.rows = rows;
        this.people = people;
        this.audit = audit;
        this.encrypted = !LocalUse.in(environment);
    }

    /** Says whether this browser is remembered for this account, and notes the use. */
    public boolean knows(HttpRequest<?> request, UUID account) {
        return token(request)
                .filter(token -> area.inTransaction(() -> rows.use(account, Tickets.hash(token))))
                .isPresent();
    }

    /**
     * Remembers this browser.
     *
     * @param name what the person calls it; what its header says where it is empty
     * @return the cookie by which it is known again
     */
    public Cookie remember(HttpRequest<?> request, UUID account, String name) {
        var token = Tickets.create();
        var called =
                name.isBlank() || name.chars().anyMatch(Character::isISOControl) ? Device.of(request) : name.strip();
        area.inTransaction(() -> {
            rows.create(account, called.substring(0, Math.min(LONGEST_NAME, called.length())), Tickets.hash(token));
            var actor = new Actor(account, people.person(account).name());
            audit.record(actor, "second-factor.remembered", account.toString(), "");
            return account;
        });
        return Cookie.of(cookieName(), token)
                .path(area.home(request))
                .httpOnly(true)
                .secure(encrypted)
                .sameSite(SameSite.Strict)
                .maxAge(LIFETIME);
    }

    /** Lists the browsers that are remembered for the own account, the one used last first. */
    public List<Remembered> list(SignedIn who) {
        return area.inTransaction(() -> rows.list(who.accountId()));
    }

    /**
     * Forgets a browser of the own account.
     *
     * @throws Refusal 404 when it is not one of its own
     */
    public void forget(SignedIn who, UUID device) {
        area.inTransaction(() -> {
            if (!rows.delete(who.accountId(), device)) {
                throw Refusal.notFound();
            }
            audit.record(
                    new Actor(who.accountId(), who.name()),
                    "second-factor.forgotten",
                    who.accountId().toString(),
                    "");
            return device;
        });
    }

    /** Forgets all browsers of an account, because its password was chosen anew. */
    public void forgetAll(UUID account) {
        area.inTransaction(() -> {
            rows.deleteAll(account);
            return account;
        });
    }

    private Optional<String> token(HttpRequest<?> request) {
        return request.getCookies().findCookie(cookieName()).map(Cookie::getValue);
    }

    private String cookieName() {
        return area.cookieName() + "_device";
    }
}
