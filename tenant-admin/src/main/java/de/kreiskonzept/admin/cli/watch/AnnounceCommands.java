package de.kreiskonzept.admin.cli.watch;

import de.kreiskonzept.admin.announcement.Announced;
import de.kreiskonzept.admin.announcement.AnnouncementView;
import de.kreiskonzept.admin.announcement.Announcing;
import de.kreiskonzept.admin.announcement.Counties;
import de.kreiskonzept.admin.cli.Group;
import de.kreiskonzept.admin.cli.Kk;
import de.kreiskonzept.admin.cli.Table;
import de.kreiskonzept.model.tenant.Announcement;
import de.kreiskonzept.model.tenant.Announcement.Audience;
import de.kreiskonzept.model.tenant.Announcement.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about what counties are told. */
@Command(name = "announce", description = "Announcements to counties.", mixinStandardHelpOptions = true)
public final class AnnounceCommands extends Group {
    private static final int SHOWN = 100;

    private final Kk kk;

    /** A command of this program. */
    public AnnounceCommands(Kk kk) {
        this.kk = kk;
    }

    /** What is told, and when. */
    static final class Words {
        @Option(names = "--kind", required = true, description = "hint, maintenance or disruption")
        private Kind kind = Kind.HINT;

        @Option(names = "--title", required = true, description = "One line")
        private String title = "";

        @Option(names = "--text", defaultValue = "", description = "Plain text")
        private String text = "";

        @Option(names = "--from", description = "As 2026-11-22T20:00:00Z; now when missing")
        private @Nullable Instant from;

        @Option(names = "--until", description = "As 2026-11-22T22:00:00Z; open when missing")
        private @Nullable Instant until;

        @Option(names = "--county", description = "Slug, AGS or id; for each county; everyone when missing")
        private @Nullable List<String> counties;

        Announcement to(Counties known, Instant now) {
            var audience = counties == null ? new Audience.Everyone() : known.chosen(counties);
            return new Announcement(kind, title, text, from == null ? now : from, until, audience);
        }
    }

    @Command(
            name = "list",
            description = "Lists the latest announcements, at most 100.",
            mixinStandardHelpOptions = true)
    int list() {
        var all = kk.bean(Announcing.class).list(0, SHOWN);
        kk.print(all.stream().map(AnnouncementView::of).toList(), table(all));
        return 0;
    }

    @Command(name = "draft", description = "Stores a draft, which no county sees.", mixinStandardHelpOptions = true)
    int draft(@Mixin Words words) {
        var announcement = read(words);
        kk.change(
                        "store the draft " + announcement.title(),
                        () -> kk.bean(Announcing.class).create(announcement, Kk.ACTOR))
                .ifPresent(this::print);
        return 0;
    }

    @Command(
            name = "change",
            description = "Puts another text in the place of a draft, with all that is said of it.",
            mixinStandardHelpOptions = true)
    int change(@Parameters(paramLabel = "ID") UUID id, @Mixin Words words) {
        var announcing = kk.bean(Announcing.class);
        var stored = announcing.get(id);
        var announcement = read(words);
        kk.change(
                        "put another text in the place of "
                                + stored.announcement().title(),
                        () -> announcing.change(id, stored.version(), announcement, Kk.ACTOR))
                .ifPresent(this::print);
        return 0;
    }

    private Announcement read(Words words) {
        try {
            return words.to(kk.bean(Counties.class), kk.bean(Clock.class).instant());
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    @Command(name = "publish", description = "Shows a draft to its counties.", mixinStandardHelpOptions = true)
    int publish(@Parameters(paramLabel = "ID") UUID id) {
        var announcing = kk.bean(Announcing.class);
        var stored = announcing.get(id);
        kk.change("publish " + stored.announcement().title(), () -> announcing.publish(id, stored.version(), Kk.ACTOR))
                .ifPresent(this::print);
        return 0;
    }

    @Command(name = "withdraw", description = "Takes one away from all counties.", mixinStandardHelpOptions = true)
    int withdraw(@Parameters(paramLabel = "ID") UUID id) {
        var announcing = kk.bean(Announcing.class);
        var stored = announcing.get(id);
        kk.change(
                        "withdraw " + stored.announcement().title(),
                        () -> announcing.withdraw(id, stored.version(), Kk.ACTOR))
                .ifPresent(this::print);
        return 0;
    }

    private void print(Announced stored) {
        kk.print(AnnouncementView.of(stored), table(List.of(stored)));
    }

    private static Table table(List<Announced> all) {
        return new Table(
                List.of("ID", "KIND", "STATE", "FROM", "UNTIL", "FOR", "TITLE"),
                all.stream().map(AnnounceCommands::row).toList());
    }

    private static List<@Nullable Object> row(Announced stored) {
        var announcement = stored.announcement();
        return Arrays.asList(
                stored.id(),
                announcement.kind().text(),
                stored.state().text(),
                announcement.from(),
                announcement.until(),
                switch (announcement.audience()) {
                    case Audience.Everyone _ -> "everyone";
                    case Audience.Chosen chosen -> chosen.counties().size() + " counties";
                },
                announcement.title());
    }
}
