package de.kreiskonzept.model.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TenantStateTest {
    @Test
    void goesFromRequestToWorkspace() {
        TenantState state = TenantState.REQUESTED;
        for (TenantState next :
                List.of(TenantState.VERIFIED, TenantState.APPROVED, TenantState.PROVISIONING, TenantState.ACTIVE)) {
            state = state.to(next);
        }
        assertThat(state.writable()).isTrue();
    }

    @Test
    void refusesWithBothStatesInTheError() {
        assertThatThrownBy(() -> TenantState.REQUESTED.to(TenantState.ACTIVE))
                .hasMessage("A workspace that is requested cannot become active")
                .asInstanceOf(type(StateChangeRefused.class))
                .satisfies(refused -> assertThat(refused.from()).isEqualTo(TenantState.REQUESTED))
                .satisfies(refused -> assertThat(refused.to()).isEqualTo(TenantState.ACTIVE));
    }

    @Test
    void resumesAFailedProvisioning() {
        assertThat(TenantState.FAILED.to(TenantState.PROVISIONING)).isEqualTo(TenantState.PROVISIONING);
    }

    @Test
    void neverComesBackFromDeletion() {
        assertThat(TenantState.DELETING.next()).containsExactly(TenantState.DELETED);
        assertThat(TenantState.DELETED.next()).isEmpty();
    }

    @Test
    void deletesNoWorkspaceInUse() {
        assertThat(TenantState.ACTIVE.next()).doesNotContain(TenantState.DELETING, TenantState.DELETED);
    }

    @Test
    void deletesWhatIsSuspendedOrArchived() {
        assertThat(TenantState.SUSPENDED.to(TenantState.DELETING)).isEqualTo(TenantState.DELETING);
        assertThat(TenantState.ARCHIVED.to(TenantState.DELETING)).isEqualTo(TenantState.DELETING);
    }

    @Test
    void reachesEveryStateFromTheRequest() {
        Set<TenantState> reached = EnumSet.of(TenantState.REQUESTED);
        Deque<TenantState> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            open.pop().next().stream().filter(reached::add).forEach(open::push);
        }
        assertThat(reached).containsExactlyInAnyOrder(TenantState.values());
    }

    @ParameterizedTest
    @EnumSource
    void isReadBackFromItsText(TenantState state) {
        assertThat(TenantState.of(state.text())).isEqualTo(state);
        assertThat(state.text()).matches("[a-z]+(-[a-z]+)?");
        assertThat(state.wordKey()).startsWith("tenant.state.");
    }

    @Test
    void refusesAnUnknownText() {
        assertThat(TenantState.READ_ONLY.text()).isEqualTo("read-only");
        assertThatThrownBy(() -> TenantState.of("READ_ONLY")).hasMessageContaining("READ_ONLY");
        assertThatThrownBy(() -> CountyType.of("stadt")).hasMessageContaining("stadt");
    }

    @Test
    void readsOnlyWhereContentIsToBeSeen() {
        assertThat(EnumSet.allOf(TenantState.class).stream().filter(TenantState::readable))
                .containsExactly(TenantState.ACTIVE, TenantState.READ_ONLY, TenantState.MOVING);
    }

    @Test
    void onlyWhatShutsTheCountyEndsSessions() {
        assertThat(EnumSet.allOf(TenantState.class).stream().filter(TenantState::endsSessions))
                .containsExactly(TenantState.SUSPENDED, TenantState.ARCHIVED);
    }
}
