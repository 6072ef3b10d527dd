package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.RollcallApplication;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.web.context.support.StandardServletEnvironment;

/**
 * The program starts where it seems to run on somebody's platform. Frameworks relax what they protect by looking around there;
 * here nothing changes.
 */
@Tag("S52")
class SurroundingsIT {

    private static final List<String> FORWARDED = List.of(
            "X-Forwarded-For: 203.0.113.7",
            "X-Forwarded-Proto: https",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Port: 444",
            "X-Forwarded-Prefix: /evil",
            "X-Forwarded-Ssl: on",
            "Forwarded: for=203.0.113.7;proto=https;host=evil.example");

    @ParameterizedTest
    @CsvSource({
        "KUBERNETES,        KUBERNETES_SERVICE_HOST=10.0.0.1, KUBERNETES_SERVICE_PORT=443",
        "CLOUD_FOUNDRY,     VCAP_APPLICATION={},              VCAP_SERVICES={}",
        "HEROKU,            DYNO=web.1,                       PORT=80",
        "AZURE_APP_SERVICE, WEBSITE_SITE_NAME=x,              WEBSITE_INSTANCE_ID=x",
        "SAP,               HC_LANDSCAPE=x,                   HC_HOST=x",
    })
    void noPlatformMakesForwardingHeadersBelievedNorOpensAWay(CloudPlatform platform, String first, String second) {
        try (var rollcall = start(Map.of(
                first.split("=")[0],
                first.split("=")[1],
                second.split("=")[0],
                second.split("=")[1],
                "WEBSITE_RESOURCE_GROUP",
                "x",
                "WEBSITE_SKU",
                "x",
                "SERVER_TOMCAT_REMOTEIP_REMOTEIPHEADER",
                "X-Forwarded-For"))) {
            var port = rollcall.getEnvironment().getRequiredProperty("local.server.port", Integer.class);

            var page = Wire.send(port, "GET", "/settings/users", FORWARDED, "");
            assertThat(page.header("Location")).get().asString().doesNotContain("evil", "https", "444");
            assertThat(page.header("Strict-Transport-Security")).isEmpty();
            assertThat(Wire.send(port, "GET", "/login", FORWARDED, "").header("Set-Cookie"))
                    .get()
                    .asString()
                    .startsWith("rollcall-page=")
                    .doesNotContain("Secure");
            for (var path :
                    List.of("/cloudfoundryapplication", "/cloudfoundryapplication/health", "/livez", "/readyz")) {
                assertThat(Wire.send(port, "GET", path, List.of(), "").status())
                        .as(path)
                        .isEqualTo(302);
            }
            assertThat(Wire.send(port, "GET", "/actuator/health", List.of(), "").body())
                    .doesNotContain("components", "details");
            assertThat(CloudPlatform.getActive(rollcall.getEnvironment())).isEqualTo(platform);
        }
    }

    private static ConfigurableApplicationContext start(Map<String, Object> variables) {
        var application = new SpringApplication(RollcallApplication.class);
        application.setEnvironment(in(variables));
        application.setDefaultProperties(Map.of("spring.data.jpa.repositories.bootstrap-mode", "deferred"));
        return application.run(
                "--server.port=0",
                "--rollcall.data-directory=target/test-data",
                "--spring.datasource.url=jdbc:h2:mem:${random.uuid};MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
    }

    private static ConfigurableEnvironment in(Map<String, Object> variables) {
        var environment = new StandardServletEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        return environment;
    }
}
