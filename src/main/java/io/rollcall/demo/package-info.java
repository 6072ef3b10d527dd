/** An example organisation with simulated activity, in profile {@code demo} only. */
@NullMarked
@ApplicationModule(allowedDependencies = {"user", "session", "directory", "device", "location"})
package io.rollcall.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
