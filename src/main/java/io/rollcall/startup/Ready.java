package io.rollcall.startup;

import io.rollcall.security.PublicUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says last in a good start that it is one, and where the pages are. */
@Component
@ConditionalOnWebApplication
class Ready {

    private static final Logger log = LoggerFactory.getLogger(Ready.class);

    private final PublicUrl publicUrl;
    private final Environment environment;

    Ready(PublicUrl publicUrl, Environment environment) {
        this.publicUrl = publicUrl;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        log.info(
                "Rollcall is ready: {}",
                Console.link(publicUrl, environment, "").replaceFirst("/$", ""));
    }
}
