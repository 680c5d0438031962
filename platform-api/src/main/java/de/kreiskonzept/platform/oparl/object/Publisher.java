package de.kreiskonzept.platform.oparl.object;

import de.kreiskonzept.foundation.mail.SiteUrls;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.platform.oparl.object.Sources.Submitted;
import de.kreiskonzept.platform.oparl.object.Sources.Turn;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes the objects of a county and stores those that say something else than before. */
@Singleton
public class Publisher {
    private final PublishedStore published;
    private final CurrentWorkspace current;
    private final SiteUrls urls;
    private final Json json;
    private final Texts texts;
    private final Clock clock;

    Publisher(PublishedStore published, CurrentWorkspace current, SiteUrls urls, Json json, Texts texts, Clock clock) {
        this.published = published;
        this.current = current;
        this.urls = urls;
        this.json = json;
        this.texts = texts;
        this.clock = clock;
    }

    /** Addresses of the county at work. */
    public OparlLinks links() {
        return OparlLinks.of(urls, current.get());
    }

    /** An edition of this moment with nothing in it yet; stored like this it deletes everything. */
    private Edition begin() {
        var now = new Edition.Moment(clock.instant().truncatedTo(ChronoUnit.SECONDS), clock.getZone());
        return new Edition(links(), published.all(), now, json::write);
    }

    /** Publishes nothing any more. */
    public void withdraw() {
        published.put(begin().changes());
    }

    /** Publishes all that the county has released. */
    public void publish(Sources sources) {
        Edition edition = begin();
        new CommitteeObjects(edition, sources, LocalDate.now(clock), texts).add();
        Map<UUID, PaperName> names = names(sources, edition);
        var papers = new PaperObjects(edition, sources, clock.getZone(), texts);
        var turns = new HashMap<UUID, Turn>();
        for (Submitted one : sources.papers()) {
            PaperName name = names.get(one.paper().id());
            if (name != null) {
                papers.add(one, name);
                one.turns().forEach(turn -> sources.findItem(turn).ifPresent(item -> turns.putIfAbsent(item, turn)));
            }
        }
        Map<UUID, String> committees = sources.book().structure().committees().stream()
                .collect(Collectors.toMap(Committee::id, Committee::name));
        var meetings = new MeetingObjects(edition, turns, texts);
        sources.sittings()
                .forEach(one ->
                        meetings.add(one, committees.getOrDefault(one.meeting().committeeId(), "")));
        published.put(edition.changes());
    }

    private Map<UUID, PaperName> names(Sources sources, Edition edition) {
        var names = new HashMap<UUID, PaperName>();
        sources.papers()
                .forEach(one -> findName(one, edition)
                        .ifPresent(name -> names.put(one.paper().id(), name)));
        return names;
    }

    // While a next edition is written, its title may be a draft: the paper keeps the one it was published under.
    private Optional<PaperName> findName(Submitted one, Edition edition) {
        var paper = one.paper();
        return paper.isOpen()
                ? edition.findBefore(paper.id()).map(json::read).map(PaperName::of)
                : Optional.of(new PaperName(paper.title(), paper.number()));
    }
}
