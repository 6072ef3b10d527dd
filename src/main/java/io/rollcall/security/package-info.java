/** The door: cookies, filters, the gate on every request, who is asking, and the closing of an ended session's pages. */
@NullMarked
@ApplicationModule(allowedDependencies = {"session", "user", "device", "location", "audit", "text"})
package io.rollcall.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
