/** The door: cookies, filters, the gate on every request, tries at passwords, who is asking, and which pages are kept and closed. */
@NullMarked
@ApplicationModule(allowedDependencies = {"session", "user", "device", "location", "audit", "text"})
package io.rollcall.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
