package de.kreiskonzept.platform.web;

import de.kreiskonzept.foundation.mail.MailDelivery;
import de.kreiskonzept.foundation.mail.MailEnqueued;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.platform.tenancy.Workspace;
import de.kreiskonzept.platform.tenancy.Workspaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the mail of the counties: at once after it was written, and every half minute what could not be sent before. */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class CountyMail implements ApplicationEventListener<MailEnqueued> {
    private static final Logger LOG = LoggerFactory.getLogger(CountyMail.class);

    private final MailDelivery delivery;
    private final Workspaces workspaces;
    private final CurrentWorkspace current;
    private final Work work;
    private final ExecutorService threads;
    private volatile boolean stopping;

    CountyMail(
            MailDelivery delivery,
            Workspaces workspaces,
            CurrentWorkspace current,
            Work work,
            @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
        this.delivery = delivery;
        this.workspaces = workspaces;
        this.current = current;
        this.work = work;
        this.threads = threads;
    }

    @Override
    public void onApplicationEvent(MailEnqueued event) {
        Workspace county = current.get();
        // The event comes while the sending transaction is closing; the delivery must not inherit its connection.
        threads.execute(PropagatedContext.empty().wrap(() -> deliver(county)));
    }

    @Scheduled(initialDelay = "15s", fixedDelay = "30s")
    void deliver() {
        workspaces.list().stream()
                .filter(Workspace::writable)
                .takeWhile(county -> !stopping)
                .forEach(this::deliver);
    }

    /** At the end of the program the connections go first; what was not sent is sent after the next start. */
    @PreDestroy
    void stop() {
        stopping = true;
    }

    private void deliver(Workspace county) {
        try {
            workspaces.in(county, () -> delivery.deliverDue(county.id().toString(), work::inTransaction));
        } catch (Exception e) {
            if (stopping) {
                return;
            }
            LOG.error(
                    "The mail of tenant {} was not delivered: {}",
                    county.id(),
                    e.getClass().getName());
        }
    }

    /** Opens one transaction of the current county. */
    @Singleton
    @InWorkspace
    static class Work {
        /** Does this in one transaction. */
        void inTransaction(Runnable task) {
            task.run();
        }
    }
}
