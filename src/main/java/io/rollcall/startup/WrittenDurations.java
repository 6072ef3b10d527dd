package io.rollcall.startup;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.annotation.DurationFormat.Style;
import org.springframework.format.datetime.standard.DurationFormatterUtils;

/** Durations read as they print: 90m, 1h30m. In settings of ours a number alone is none; Spring would take it for milliseconds. */
@Configuration(proxyBeanMethods = false)
class WrittenDurations {

    private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("rollcall");

    static String told(Duration duration) {
        return DurationFormatterUtils.print(duration, Style.COMPOSITE);
    }

    /** What it does not understand is left to Spring's own. */
    @Bean
    @ConfigurationPropertiesBinding
    static Converter<String, Duration> composite() {
        return text -> DurationFormatterUtils.parse(text, Style.COMPOSITE);
    }

    @Bean
    static ConfigurationPropertiesBindHandlerAdvisor withAUnit() {
        return handler -> new AbstractBindHandler(handler) {
            @Override
            public @Nullable Object onSuccess(
                    ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
                if (result instanceof Duration
                        && OURS.isAncestorOf(name)
                        && context.getBinder()
                                .bind(name, Bindable.of(String.class))
                                .orElse("")
                                .matches("\\s*[+-]?\\d+\\s*")) {
                    throw new IllegalArgumentException("A duration without a unit");
                }
                return super.onSuccess(name, target, context, result);
            }
        };
    }
}
