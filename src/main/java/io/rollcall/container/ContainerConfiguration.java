package io.rollcall.container;

import io.rollcall.security.SecurityHeaders;
import java.util.Arrays;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.AbstractProtocol;
import org.atmosphere.cpr.ApplicationConfig;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class ContainerConfiguration {

    /** Bytes or characters of the longest message by a WebSocket, which is closed after a longer one. */
    private static final String FROM_PAGES = "256";

    /** After Boot's own, whose answers to errors make room for ours. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> limits(SecurityHeaders headers) {
        return tomcat -> {
            tomcat.setProtocol(TimedProtocol.class.getName());
            tomcat.addProtocolHandlerCustomizers(
                    (TomcatProtocolHandlerCustomizer<AbstractProtocol<?>>) RequestThreads::give);
            tomcat.addContextCustomizers(ContainerConfiguration::push, context -> answerErrors(context, headers));
        };
    }

    /** Atmosphere looks for its settings at its servlet alone if it is not told otherwise. */
    private static void push(Context context) {
        context.addParameter(ApplicationConfig.USE_SERVLET_CONTEXT_PARAMETERS, "true");
        context.addParameter(ApplicationConfig.PROPERTY_COMET_SUPPORT, Transports.class.getName());
        // A page that hears nothing for three times as long connects anew (connection.js).
        context.addParameter(ApplicationConfig.HEARTBEAT_INTERVAL_IN_SECONDS, "5");
        // Kept for each page, none of which sends anything by its WebSocket.
        context.addParameter("org.apache.tomcat.websocket.textBufferSize", FROM_PAGES);
        context.addParameter("org.apache.tomcat.websocket.binaryBufferSize", FROM_PAGES);
    }

    private static void answerErrors(Context context, SecurityHeaders headers) {
        var host = (StandardHost) context.getParent();
        Arrays.stream(host.getPipeline().getValves())
                .filter(ErrorReportValve.class::isInstance)
                .forEach(host.getPipeline()::removeValve);
        host.getPipeline().addValve(new ErrorAnswers(headers, context.getPath()));
        host.setErrorReportValveClass(ErrorAnswers.class.getName());
    }
}
