package io.rollcall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S17")
class RoutesTests {

    private final List<? extends Class<?>> screens = Screens.all();

    @Test
    void everyScreenSaysWhoMaySeeIt() {
        assertThat(screens)
                .hasSizeGreaterThan(5)
                .allSatisfy(screen -> assertThat(List.of(PermitAll.class, RolesAllowed.class, AnonymousAllowed.class))
                        .filteredOn(screen::isAnnotationPresent)
                        .hasSize(1));
    }

    @Test
    void onlySignInSetUpAndInvitationAreForEverybody() {
        assertThat(screens)
                .filteredOn(screen -> screen.isAnnotationPresent(AnonymousAllowed.class))
                .extracting(screen -> screen.getAnnotation(Route.class).value())
                .containsExactlyInAnyOrder("login", "setup", "invitation");
    }
}
