package de.kreiskonzept.foundation.signin;

import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.http.HttpRequest;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** What an application says about the people who sign in to it. The platform has one area per county, the console one. */
public interface SignInArea {
    /** Returns the audience of its tokens; those of the other application are worthless here. */
    String audience();

    /**
     * Returns the feature that owns the accounts: its tables {@code <feature>_account} and {@code <feature>_session} have the same
     * shape in both applications, and its template {@code <feature>/signIn} is the sign-in page.
     */
    String feature();

    /** Finds the tenant of the request; empty where nobody can be signed in. */
    Optional<UUID> tenant(HttpRequest<?> request);

    /** Returns the start page of the signed-in, with a slash at its end; the session's cookie reaches only what is below. */
    String home(HttpRequest<?> request);

    /** Returns the path of the sign-in page. */
    String signInPath(HttpRequest<?> request);

    /**
     * Returns the name of the session's cookie. Two applications on different ports of one host need different names: a
     * port does not keep cookies apart (RFC 6265, section 8.5).
     */
    default String cookieName() {
        return "kk_session";
    }

    /** Finds the path where somebody else vouches for people, beside the password; empty where nobody does. */
    default Optional<String> otherWay(HttpRequest<?> request) {
        return Optional.empty();
    }

    /**
     * Says whether a form is one that anybody may send without having been given a cookie: it acts for nobody, so a foreign page gains
     * nothing by sending it.
     */
    default boolean isForAnybody(HttpRequest<?> request) {
        return false;
    }

    /**
     * Finds somebody who is let in without an account, by the visit that its cookie names; asked at each request.
     *
     * @throws Refusal 410 when the visit is over
     */
    default Optional<SignedIn> findVisitor(HttpRequest<?> request, UUID visit) {
        return Optional.empty();
    }

    /** Returns the roles whose accounts need a second factor outside local use. */
    Set<String> guardedRoles();

    /** Returns when all accounts need one, whatever their role, as SQL inside {@link #inTransaction}. */
    default Condition guardsEverybody() {
        return DSL.falseCondition();
    }

    /** Says whether the use of a session can be noted now. */
    default boolean isWritable() {
        return true;
    }

    /** Returns the moment by which all sessions had ended that were open then; empty where there is none. */
    default Optional<OffsetDateTime> sessionsSince() {
        return Optional.empty();
    }

    /** Runs the work in a transaction that may read accounts and change sessions, or joins the one that is open. */
    <T> T inTransaction(Supplier<T> work);
}
