package de.kreiskonzept.platform.oparl;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.oparl.object.CouncilRelease;
import de.kreiskonzept.platform.oparl.object.ObjectFilter;
import de.kreiskonzept.platform.oparl.object.OparlType;
import de.kreiskonzept.platform.oparl.object.PublishedObject;
import de.kreiskonzept.platform.oparl.object.PublishedStore;
import de.kreiskonzept.platform.oparl.object.Publisher;
import de.kreiskonzept.platform.oparl.object.ReleaseStore;
import de.kreiskonzept.platform.oparl.object.SourceStore;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** What anybody may read of the county's committees now; whoever reads first after a change publishes it. */
@Singleton
@InWorkspace
class CouncilData {
    private final ReleaseStore releases;
    private final SourceStore sources;
    private final PublishedStore published;
    private final Publisher publisher;
    private final CurrentWorkspace current;
    private final Clock clock;

    CouncilData(
            ReleaseStore releases,
            SourceStore sources,
            PublishedStore published,
            Publisher publisher,
            CurrentWorkspace current,
            Clock clock) {
        this.releases = releases;
        this.sources = sources;
        this.published = published;
        this.publisher = publisher;
        this.current = current;
        this.clock = clock;
    }

    /**
     * What the county has released.
     *
     * @throws Refusal 404 where it has released nothing
     */
    @InWorkspace(readOnly = true)
    CouncilRelease release() {
        CouncilRelease release = releases.read();
        if (!release.isReleased()) {
            throw Refusal.notFound();
        }
        return release;
    }

    /**
     * The objects of a type that the filter lets through.
     *
     * @throws Refusal 404 where nothing is released
     */
    PublishedStore.Part list(OparlType type, ObjectFilter filter) {
        renew(release());
        return published.list(type, filter);
    }

    /**
     * One object, deleted or not.
     *
     * @throws Refusal 404 where nothing is released, or there never was such an object
     */
    PublishedObject get(OparlType type, UUID id) {
        renew(release());
        return published.find(type, id).orElseThrow(Refusal::notFound);
    }

    /** Publishes what has changed, if anything is released at all. */
    void renew() {
        CouncilRelease release = releases.read();
        if (release.isReleased()) {
            renew(release);
        }
    }

    // A county that may not be written to does not change either.
    private void renew(CouncilRelease release) {
        if (current.get().writable() && !mark().equals(releases.seen())) {
            releases.lock();
            String mark = mark();
            if (!mark.equals(releases.seen())) {
                publisher.publish(sources.read(release));
                releases.see(mark);
            }
        }
    }

    // People are named as long as they hold a seat, so each day is another one.
    private String mark() {
        return sources.mark() + " " + LocalDate.now(clock) + " "
                + publisher.links().base();
    }
}
