package io.rollcall.ui.live;

import java.util.concurrent.Executor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    /** Names the threads that lock pages. */
    static final String SCREENS = "screens";

    private static final int THREADS = 4;

    /** Nobody's but the screens': whoever asks for an executor without a name gets another. */
    @Bean(defaultCandidate = false)
    @Qualifier(SCREENS)
    Executor screens() {
        var threads = new ThreadPoolTaskExecutor();
        threads.setThreadNamePrefix(SCREENS + "-");
        threads.setCorePoolSize(THREADS);
        threads.setDaemon(true);
        return threads;
    }
}
