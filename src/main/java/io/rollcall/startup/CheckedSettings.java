package io.rollcall.startup;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Arrays;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Reads all settings before the database is opened, so that a wrong one stops the start before anything is written. */
class CheckedSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** As Spring names the beans of our records of settings: their prefix, a dash, and the class. */
    private static final String OURS = "-io.rollcall.";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Binder.get(context.getEnvironment()).bindOrCreate("server", ServerSettings.class);
        var beans = context.getBeanFactory();
        beans.addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource) {
                    readOurs(beans);
                }
                return bean;
            }
        });
    }

    private static void readOurs(ConfigurableListableBeanFactory beans) {
        Arrays.stream(beans.getBeanDefinitionNames())
                .filter(name -> name.contains(OURS))
                .forEach(beans::getBean);
    }
}
