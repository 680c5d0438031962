package de.kreiskonzept.admin.cli.watch;

import de.kreiskonzept.admin.cli.Group;
import de.kreiskonzept.admin.cli.Kk;
import de.kreiskonzept.admin.cli.Table;
import de.kreiskonzept.admin.mail.MailFigures;
import de.kreiskonzept.admin.mail.MailView;
import de.kreiskonzept.admin.mail.Redelivery;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.mail.Undelivered;
import de.kreiskonzept.foundation.web.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Commands about mail that could not be sent. */
@Command(name = "mails", description = "Mail that could not be sent.", mixinStandardHelpOptions = true)
public final class MailCommands extends Group {
    private final Kk kk;

    /** A command of this program. */
    public MailCommands(Kk kk) {
        this.kk = kk;
    }

    @Command(
            name = "list",
            description = "Says how much there is, of the provider and of each county, never to whom or what.",
            mixinStandardHelpOptions = true)
    int list() {
        var figures = kk.bean(Redelivery.class).look();
        kk.print(
                MailView.of(figures),
                new Table(List.of("OF", "WAITING", "GIVEN UP", "OLDEST", "FAULT", "COUNTED"), rows(figures)));
        if (figures.isCut()) {
            kk.tell("These are the %d counties of %d whose mail waits longest."
                    .formatted(figures.counties().size(), figures.allCounties()));
        }
        if (!figures.kindsGivenUp().isEmpty()) {
            kk.tell(
                    "The text of mail that was given up is gone; what helps for each kind of mail stands on the page \"Laufende Arbeiten\""
                            + " and in the handbook under MailGivenUp.");
        }
        return 0;
    }

    private static List<List<@Nullable Object>> rows(MailFigures figures) {
        var rows = new ArrayList<List<@Nullable Object>>();
        rows.add(row("registry", figures.own(), null));
        figures.counties()
                .forEach(county -> rows.add(
                        row(county.county(), county.mails(), county.countedAt().toInstant())));
        return rows;
    }

    private static List<@Nullable Object> row(String whose, Undelivered mails, @Nullable Object countedAt) {
        var oldest = mails.oldest();
        return Arrays.asList(
                whose,
                mails.waiting(),
                mails.givenUp(),
                oldest == null ? null : oldest.toInstant(),
                mails.fault(),
                countedAt);
    }

    @Command(
            name = "retry",
            description = "Makes mail that failed due at once: of the provider, or of one county.",
            mixinStandardHelpOptions = true)
    int retry(
            @Parameters(paramLabel = "TENANT", arity = "0..1", description = "Slug, AGS or id") @Nullable
                    String typed) {
        var redelivery = kk.bean(Redelivery.class);
        if (typed == null) {
            return retry("the provider", () -> redelivery.tryOwn(Kk.ACTOR));
        }
        var tenant = kk.bean(Tenants.class).findTyped(typed).orElseThrow(Refusal::notFound);
        return retry(tenant.name(), () -> redelivery.tryCounty(tenant.id(), Kk.ACTOR));
    }

    private int retry(String whose, IntSupplier work) {
        if (kk.mayChange("try mail of " + whose + " again")) {
            var number = work.getAsInt();
            kk.print(new MailView.TriedAgain(number), new Table(List.of("MAILS"), List.of(List.<Object>of(number))));
        }
        return 0;
    }
}
