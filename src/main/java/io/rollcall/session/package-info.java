/** Who is signed in: opens, checks, touches and ends sessions, and is the only writer of their rows. Knows no list, no HTTP and no Vaadin. */
@NullMarked
@ApplicationModule(allowedDependencies = {"user", "device", "location", "audit", "cluster", "text"})
package io.rollcall.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
