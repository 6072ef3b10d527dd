package io.rollcall.ui.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.communication.PushConnection;
import io.rollcall.ui.ScreenTests;
import io.rollcall.user.Role;
import io.rollcall.user.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveRefreshTests extends ScreenTests {

    /** Is never true for long. */
    private static final class Restless extends Div implements Live {

        private int refreshed;
        private boolean stale = true;

        @Override
        public boolean followsSessionsOf(UserId userId) {
            return false;
        }

        @Override
        public boolean followsAccount(UserId userId) {
            return false;
        }

        @Override
        public boolean isStale() {
            return stale;
        }

        @Override
        public void refresh(boolean wasNews) {
            refreshed++;
        }
    }

    private final Restless restless = new Restless();

    @BeforeEach
    void openAPage() {
        signInAs(Role.CUSTOMER);
        live.keepFresh(restless);
        UI.getCurrent().add(restless);
    }

    @Test
    void whileThreadsAreBusyNothingIsQueuedTwice() {
        Ticks.pass(live);
        Ticks.pass(live);
        Ticks.pass(live);
        assertThat(screens.waiting()).isOne();
        runDue();
        assertThat(restless.refreshed).isOne();
        tick();
        assertThat(restless.refreshed).isEqualTo(2);
    }

    @Test
    void jobsRunOnOtherThreadsThanPages() {
        Ticks.pass(live);
        scheduler.runDue();
        MockVaadin.clientRoundtrip(false);
        assertThat(restless.refreshed).isZero();
    }

    @Test
    void aPageOnWhichAllIsTrueIsLeftAlone() {
        restless.stale = false;
        tick();
        assertThat(restless.refreshed).isZero();
    }

    @Test
    void aPageThatHearsNothingIsToldNothingUntilItDoes() {
        var connection = mock(PushConnection.class);
        UI.getCurrent().getInternals().setPushConnection(connection);
        tick();
        assertThat(restless.refreshed).isZero();
        when(connection.isConnected()).thenReturn(true);
        tick();
        assertThat(restless.refreshed).isOne();
    }

    @Test
    void whatHasLeftThePageIsNotKeptFresh() {
        Ticks.pass(live);
        UI.getCurrent().remove(restless);
        runDue();
        tick();
        assertThat(keptFresh()).as("the overview behind it").isOne();
        assertThat(restless.refreshed).isLessThanOrEqualTo(1);
    }
}
