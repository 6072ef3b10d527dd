package io.rollcall.startup;

import com.zaxxer.hikari.HikariDataSource;
import io.rollcall.location.PrivateFiles;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Makes the file of an embedded database before H2 does, which would let everybody on the machine read it. */
class PrivateDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext>, BeanPostProcessor {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().addBeanPostProcessor(this);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource source && source.getJdbcUrl() != null) {
            new DatabaseUrl(source.getJdbcUrl()).file().ifPresent(PrivateFiles::createFile);
        }
        return bean;
    }
}
