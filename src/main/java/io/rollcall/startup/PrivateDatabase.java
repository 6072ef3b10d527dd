package io.rollcall.startup;

import com.zaxxer.hikari.HikariDataSource;
import io.rollcall.location.PrivateFiles;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Makes the file of an embedded database before H2 does, which would let everybody on the machine read it. */
class PrivateDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext>, BeanPostProcessor {

    /** Neither in memory, nor on a server, nor in another of H2's file systems; {@code ~} is the home folder to H2. */
    private static final Pattern FILE = Pattern.compile("jdbc:h2:(?:file:)?((?:[A-Za-z]:)?[^:;~][^:;]*)(?:;.*)?");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().addBeanPostProcessor(this);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource source) {
            file(source.getJdbcUrl()).ifPresent(PrivateFiles::createFile);
        }
        return bean;
    }

    /** The file in which H2 keeps that database, if it is one. */
    static Optional<Path> file(@Nullable String url) {
        var match = FILE.matcher(url == null ? "" : url);
        try {
            return match.matches() ? Optional.of(Path.of(match.group(1) + ".mv.db")) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
