package io.rollcall.location;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Chooses the database by the deployer's settings. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties({GeoIpProperties.class, StorageProperties.class})
class LocationConfiguration {

    /** The GeoLite2 City of our dependency, with its build date; a test keeps the two together. */
    static final String EMBEDDED_NAME = "GeoLite2-City-2019-11-12.mmdb";

    @Bean
    GeoLocator geoLocator(GeoIpProperties geoIp, StorageProperties storage, Clock clock) {
        var folder = new DataFolder(storage.dataDirectory().resolve("geoip"), clock);
        var embedded = new EmbeddedFile(new ClassPathResource("GeoLite2-City.mmdb"), EMBEDDED_NAME, folder);
        return new GeoLocator(
                geoIp.database() == null ? embedded : new DeployedFile(geoIp.database(), folder), embedded);
    }
}
