package de.kreiskonzept.admin.mail;

import de.kreiskonzept.admin.registry.AdminConnections;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.mail.Outbox;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Says how much mail could not be sent, and lets it be tried again without reading any of it. */
@Singleton
public final class Redelivery {
    private final Outbox outbox;
    private final MailFigureStore counties;
    private final Tenants tenants;
    private final AdminConnections connections;
    private final TransactionOperations<Connection> transactions;
    private final AuditTrail audit;

    Redelivery(
            Outbox outbox,
            MailFigureStore counties,
            Tenants tenants,
            AdminConnections connections,
            TransactionOperations<Connection> transactions,
            AuditTrail audit) {
        this.outbox = outbox;
        this.counties = counties;
        this.tenants = tenants;
        this.connections = connections;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** How much could not be sent. */
    public MailFigures look() {
        return transactions.executeRead(status -> counties.look(outbox.undelivered()));
    }

    /**
     * Makes the mail of the registry due that failed.
     *
     * @return number of mails
     */
    public int tryOwn(Actor actor) {
        return transactions.executeWrite(status -> noted(actor, "registry", outbox.tryAgain()));
    }

    /**
     * Makes the mail of a county due that failed; the platform sends it within half a minute.
     *
     * @return number of mails
     * @throws Refusal 404 for an unknown tenant, 409 for one whose mail is not sent in its state
     */
    public int tryCounty(UUID id, Actor actor) {
        var tenant = tenants.get(id);
        if (!tenant.state().writable()) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "wrong-state",
                    "registry.refused." + tenant.state().text());
        }
        var number = makeDue(tenant);
        // Done first and noted after: a crash between the two leaves mail that is sent, and no entry.
        return transactions.executeWrite(status -> noted(actor, id.toString(), number));
    }

    private int makeDue(Tenant tenant) {
        try {
            return connections.inWorkspace(tenant.place(), outbox::tryAgain);
        } catch (SQLException e) {
            throw new IllegalStateException("The mail was not made due, SQLSTATE " + e.getSQLState(), e);
        }
    }

    private int noted(Actor actor, String whose, int number) {
        audit.record(actor, "mail.retried", whose, Integer.toString(number));
        return number;
    }
}
