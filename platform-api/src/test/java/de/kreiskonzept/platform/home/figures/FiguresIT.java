package de.kreiskonzept.platform.home.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.mail.Undelivered;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.Workspace;
import de.kreiskonzept.platform.tenancy.Workspaces;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the provider learns of a county. */
@ExtendWith(PlatformUnderTest.Given.class)
class FiguresIT {
    private static final OffsetDateTime NOW = OffsetDateTime.of(2028, 2, 29, 12, 0, 0, 0, ZoneOffset.UTC);

    private final PlatformUnderTest platform;

    FiguresIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @Test
    void countsPeopleRoundsAndSettledQuestionsOfOneCounty() throws Exception {
        Workspace county = platform.county();
        platform.county();
        String lead = platform.cookie(county, Roles.LEAD);
        String question = "/" + county.slug() + "/start/fragen/mandate";
        platform.form(question, question, lead, Map.of("version", "1", "state", "not_applicable", "why", "x"));

        var figures = platform.bean(Workspaces.class)
                .in(county, () -> platform.bean(UseOfWorkspace.class).count());

        assertThat(figures.accounts()).isEqualTo(1);
        assertThat(figures.lastSignIn()).isNotNull();
        assertThat(figures.openRounds()).isZero();
        assertThat(figures.settled()).isEqualTo(1);
        assertThat(figures.questions()).isGreaterThan(10);
    }

    @Test
    void reportsTheSameCountyOnceHoweverOftenItIsCounted() throws Exception {
        Workspace county = platform.county();
        var workspaces = platform.bean(Workspaces.class);

        workspaces.report(county, new Workspaces.Figures(1, null, 0, 0, 19, 0, Undelivered.NOTHING), NOW);
        workspaces.report(county, new Workspaces.Figures(2, NOW, 1, 3, 19, 77, Undelivered.NOTHING), NOW);

        try (Connection admin = TestServer.admin();
                Statement query = admin.createStatement();
                ResultSet rows = query.executeQuery("SELECT accounts, settled, version FROM registry.workspace_figures"
                        + " WHERE tenant_id = '" + county.id() + "'")) {
            assertThat(rows.next()).isTrue();
            assertThat(List.of(rows.getInt(1), rows.getInt(2), rows.getInt(3))).containsExactly(2, 3, 1);
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void countsNoCountyAgainThatWasCountedSince() throws Exception {
        Workspace county = platform.county();
        Workspace other = platform.county();
        var workspaces = platform.bean(Workspaces.class);

        workspaces.report(county, new Workspaces.Figures(1, null, 0, 0, 19, 0, Undelivered.NOTHING), NOW);

        assertThat(workspaces.listUncounted(NOW.minusHours(1))).contains(other).doesNotContain(county);
        assertThat(workspaces.listUncounted(NOW)).contains(county, other);
    }

    @Test
    void aCountyWhoseJobFailsHoldsNoOtherOneUp() throws Exception {
        Workspace failing = platform.county();
        Workspace other = platform.county();
        var current = platform.bean(CurrentWorkspace.class);

        var done = platform.bean(Workspaces.class).each("test", List.of(failing, other), () -> {
            if (current.get().equals(failing)) {
                throw new IllegalStateException("as asked for");
            }
            return current.get().slug();
        });

        assertThat(done).containsExactly(Map.entry(other, other.slug()));
    }

    @Test
    void noCountyReadsOrWritesWhatTheProviderLearns() throws Exception {
        Workspace county = platform.county();
        try (Connection connection = ConceptSample.as(county);
                Statement statement = connection.createStatement()) {
            for (String words : new String[] {
                "SELECT * FROM registry.workspace_figures",
                "DELETE FROM registry.workspace_figures",
                "UPDATE registry.workspace_figures SET accounts = 9"
            }) {
                assertThatThrownBy(() -> statement.execute(words))
                        .as(words)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }
}
