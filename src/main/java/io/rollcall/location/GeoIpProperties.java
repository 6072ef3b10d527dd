package io.rollcall.location;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where locations come from.
 *
 * @param database Path of a GeoLite2 or GeoIP2 City file (.mmdb), instead of the embedded GeoLite2 City; a replaced
 *     file is picked up without a restart.
 */
@ConfigurationProperties("rollcall.geoip")
record GeoIpProperties(@Nullable Path database) {}
