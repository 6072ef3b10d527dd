package io.rollcall.startup;

import io.rollcall.location.PrivateFiles;
import java.nio.file.Path;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LogFile;
import org.springframework.core.env.ConfigurableEnvironment;

/** Makes the log file that a deployer has asked for before the first line is written to it, so that nobody else can read it. */
class PrivateLogFile implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var file = LogFile.get(environment);
        if (file != null) {
            PrivateFiles.createFile(Path.of(file.toString()));
        }
    }
}
