package io.rollcall.security;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import io.rollcall.session.SessionRegistry;
import io.rollcall.user.HashingBusyException;
import io.rollcall.user.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PublicUrl.class, NetworkProperties.class})
class SecurityConfiguration {

    private static final RequestMatcher STATIC = request -> RequestKind.of(request) == RequestKind.STATIC;

    /**
     * For programs. The gate refuses everybody who is not signed in, and that is all there is to ask: nobody signs in here, and
     * {@link SameOriginFilter} does what CSRF tokens are for.
     */
    @Bean
    @Order(1)
    SecurityFilterChain apiFilterChain(
            HttpSecurity http,
            RegistrySecurityContextRepository repository,
            SessionRegistry registry,
            SecurityHeaders securityHeaders,
            PublicUrl publicUrl) {
        http.securityMatcher("/api/**");
        http.addFilterAfter(new SameOriginFilter(publicUrl), HeaderWriterFilter.class);
        http.addFilterAfter(new GateFilter(repository, registry, request -> RequestKind.API), HeaderWriterFilter.class);
        http.headers(headers -> headers(headers, securityHeaders));
        http.anonymous(AbstractHttpConfigurer::disable);
        http.csrf(AbstractHttpConfigurer::disable);
        http.exceptionHandling(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.requestCache(AbstractHttpConfigurer::disable);
        http.securityContext(AbstractHttpConfigurer::disable);
        http.servletApi(AbstractHttpConfigurer::disable);
        http.sessionManagement(AbstractHttpConfigurer::disable);
        return http.build();
    }

    @Bean
    SecurityFilterChain filterChain(
            HttpSecurity http,
            RegistrySecurityContextRepository repository,
            SessionRegistry registry,
            PasswordSignIn passwordSignIn,
            SecurityHeaders securityHeaders,
            PublicUrl publicUrl) {
        http.securityContext(context -> context.securityContextRepository(repository));
        http.sessionManagement(sessions -> sessions.sessionFixation().none());
        // After the headers are written, so that refusals carry them too.
        http.addFilterAfter(new SameOriginFilter(publicUrl), HeaderWriterFilter.class);
        http.addFilterAfter(new GateFilter(repository, registry, RequestKind::of), HeaderWriterFilter.class);
        http.authenticationManager(passwordSignIn);
        http.headers(headers -> headers(headers, securityHeaders));
        http.authorizeHttpRequests(requests -> requests.requestMatchers(STATIC)
                .permitAll()
                .requestMatchers("/actuator/health")
                .permitAll()
                .requestMatchers("/actuator/**")
                .hasRole(Role.Names.ACCOUNT_OWNER));
        http.with(
                vaadin(),
                vaadin -> vaadin.loginView("/login")
                        .enableLogoutConfiguration(false)
                        // an address that is none shows our own page, to people who are signed in
                        .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated));
        http.logout(AbstractHttpConfigurer::disable);
        http.formLogin(form -> form.failureHandler(SecurityConfiguration::signInFailed));
        return http.build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, SecurityHeaders securityHeaders) {
        headers.defaultsDisabled()
                .addHeaderWriter(securityHeaders)
                // Vaadin commits its page before the usual moment for writing headers.
                .withObjectPostProcessor(new ObjectPostProcessor<HeaderWriterFilter>() {
                    @Override
                    public <F extends HeaderWriterFilter> F postProcess(F filter) {
                        filter.setShouldWriteHeadersEagerly(true);
                        return filter;
                    }
                });
    }

    private static void signInFailed(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof PutOffException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(HashingBusyException.RETRY_AFTER.toSeconds()));
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        var email = request.getParameter("username");
        var waitFor = failure instanceof ThrottledException throttled ? throttled.waitFor() : null;
        request.getSession()
                .setAttribute(
                        SignInFailure.ATTRIBUTE,
                        new SignInFailure(
                                email == null ? "" : email,
                                request.getParameter(RegistrySecurityContextRepository.REMEMBER_ME_PARAMETER) != null,
                                waitFor));
        response.sendRedirect(request.getContextPath() + "/login?error");
    }

    /** Each filter of each request would be measured, which costs as much as some of them do. */
    @Bean
    static SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Forwarding headers are believed of nobody unless the deployer names the proxies. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> trustedProxies(NetworkProperties network) {
        return tomcat -> {
            if (!network.trustedProxies().isEmpty()) {
                tomcat.addEngineValves(new TrustedProxiesValve(network.trustedProxies()));
            }
        };
    }
}
