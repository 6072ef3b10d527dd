package io.rollcall.session;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(SessionPolicy.class)
class SessionConfiguration {

    @Bean
    SchedulingConfigurer flushing(TouchWriter touches, SessionPolicy policy) {
        return jobs -> jobs.addFixedDelayTask(touches::flush, policy.flushInterval());
    }
}
