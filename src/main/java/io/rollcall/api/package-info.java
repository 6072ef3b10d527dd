/** The caller's own session as JSON, for programs: same services, same rules as the screens. */
@NullMarked
@ApplicationModule(allowedDependencies = {"session", "security", "user", "device", "location"})
package io.rollcall.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
