package io.rollcall.security;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import io.rollcall.session.SessionRegistry;
import io.rollcall.user.Role;
import jakarta.servlet.DispatcherType;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PublicUrl.class, NetworkProperties.class})
class SecurityConfiguration {

    /** Besides the screens that are annotated so: files, health, and what the container shows in place of an answer that failed. */
    private static final RequestMatcher FOR_EVERYBODY =
            request -> RequestKind.of(request).isForEverybody() || request.getDispatcherType() == DispatcherType.ERROR;

    /**
     * For programs. The gate refuses everybody who is not signed in, and that is all there is to ask: nobody signs in here, and
     * {@link SameOriginFilter} does what CSRF tokens are for.
     */
    @Bean
    @Order(1)
    SecurityFilterChain apiFilterChain(
            HttpSecurity http,
            CurrentUser currentUser,
            SessionRegistry registry,
            SecurityHeaders securityHeaders,
            PublicUrl publicUrl) {
        http.securityMatcher(request -> RequestKind.of(request) == RequestKind.API);
        http.addFilterAfter(new SameOriginFilter(publicUrl), HeaderWriterFilter.class);
        http.addFilterAfter(new GateFilter(currentUser, registry), HeaderWriterFilter.class);
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
            CurrentUser currentUser,
            SessionRegistry registry,
            PasswordSignIn passwordSignIn,
            SignInAnswers signInAnswers,
            SecurityHeaders securityHeaders,
            PublicUrl publicUrl) {
        http.securityContext(context -> context.securityContextRepository(repository));
        http.sessionManagement(sessions -> sessions.sessionFixation().none());
        // After the headers are written, so that refusals carry them too.
        http.addFilterAfter(new SameOriginFilter(publicUrl), HeaderWriterFilter.class);
        http.addFilterAfter(new GateFilter(currentUser, registry), HeaderWriterFilter.class);
        http.authenticationManager(passwordSignIn);
        http.headers(headers -> headers(headers, securityHeaders));
        http.authorizeHttpRequests(requests -> requests.requestMatchers(FOR_EVERYBODY)
                .permitAll()
                // what no way of signing in has answered
                .requestMatchers(request -> RequestKind.of(request) == RequestKind.SIGN_IN)
                .denyAll()
                .requestMatchers(request -> RequestKind.of(request) == RequestKind.ACTUATOR)
                .hasRole(Role.Names.ACCOUNT_OWNER));
        http.with(
                vaadin(),
                vaadin -> vaadin.loginView("/" + Entrance.LOGIN)
                        .enableLogoutConfiguration(false)
                        .enableRequestCacheConfiguration(false)
                        // an address that is none shows our own page, to people who are signed in
                        .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated));
        http.logout(AbstractHttpConfigurer::disable);
        http.requestCache(cache -> cache.requestCache(new NullRequestCache()));
        http.exceptionHandling(exceptions -> exceptions.authenticationEntryPoint(signInAnswers));
        http.formLogin(form -> form.failureHandler(signInAnswers)
                // Vaadin's configuration would have its own come last.
                .withObjectPostProcessor(new ObjectPostProcessor<UsernamePasswordAuthenticationFilter>() {
                    @Override
                    public <F extends UsernamePasswordAuthenticationFilter> F postProcess(F filter) {
                        filter.setAuthenticationSuccessHandler(signInAnswers);
                        return filter;
                    }
                }));
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

    /** Each filter of each request would be measured, which costs as much as some of them do. */
    @Bean
    static SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * What browsers send in headers is Latin-1 to Tomcat, so bytes of other encodings look like control characters there. Tomcat
     * has refused the real ones before; everything else that the firewall refuses stays so.
     */
    @Bean
    static HttpFirewall httpFirewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(value -> value.chars().allMatch(c -> c == '\t' || c >= ' ' && c != 0x7f));
        return firewall;
    }

    /**
     * Forwarding headers are believed of nobody unless the deployer names the proxies, whatever the platform's surroundings say;
     * so this comes after Spring Boot's own valves.
     */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> addresses(
            NetworkProperties network, PublicUrl publicUrl) {
        return tomcat -> {
            tomcat.getEngineValves().removeIf(RemoteIpValve.class::isInstance);
            tomcat.addEngineValves(new AddressesValve(network.trustedProxies(), publicUrl));
            tomcat.addContextValves(new PageCookie.In());
            tomcat.addContextCustomizers(context -> context.setCookieProcessor(new PageCookie.Out()));
        };
    }
}
