package io.rollcall.ui.entry;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import io.rollcall.ui.ScreenTests;
import io.rollcall.ui.Shown;
import io.rollcall.user.ExampleAccount;
import io.rollcall.user.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** An installation with a name, on an intranet over plain HTTP, with example accounts. */
@TestPropertySource(
        properties = {"rollcall.organization.name=Ada & Co", "rollcall.web.public-url=http://rollcall.intranet"})
@Import(OtherInstallationTests.Examples.class)
class OtherInstallationTests extends ScreenTests {

    @TestConfiguration(proxyBeanMethods = false)
    static class Examples {

        @Bean
        List<ExampleAccount> exampleAccounts() {
            return List.of(
                    new ExampleAccount("Olga", "olga@example.com", Role.ACCOUNT_OWNER, "olgas password"),
                    new ExampleAccount("Carl", "carl@example.com", Role.CUSTOMER, "carls password"));
        }
    }

    @Test
    void theFrameAndTheLoginScreenShowWhoseItIs() {
        openPageOfNobody();
        UI.getCurrent().navigate("login");
        assertThat(Shown.text()).contains("Ada & Co");
        signInAs(Role.CUSTOMER);
        assertThat(Shown.text()).contains("Ada & Co");
    }

    @Test
    void anExampleAccountIsFilledInWithOneClick() {
        openPageOfNobody();
        UI.getCurrent().navigate("login");
        var examples = _find(NativeButton.class, spec -> spec.withClasses("example"));
        assertThat(examples)
                .extracting(Shown::text)
                .containsExactly("olga@example.com Account Owner", "carl@example.com Customer");
        _click(examples.getLast());
        assertThat(_get(EmailField.class).getValue()).isEqualTo("carl@example.com");
        assertThat(_get(PasswordField.class).getValue()).isEqualTo("carls password");
    }

    @Test
    void anAccountOwnerIsWarnedThatPlainHttpCanBeOverheard() {
        signInAs(Role.ACCOUNT_OWNER);
        assertThat(Shown.text()).contains("can be overheard");
    }

    @Test
    void nobodyElseIsBotheredWithThat() {
        signInAs(Role.BILLING_MANAGER);
        assertThat(Shown.text()).doesNotContain("can be overheard");
    }
}
