package io.rollcall.session;

import io.rollcall.device.Device;
import io.rollcall.location.Location;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a session came from and when, which never changes.
 *
 * @param ip the canonical address, if it was captured
 * @param location if it is known
 */
public record SignIn(Device device, Optional<String> ip, Optional<Location> location, Instant at) {}
