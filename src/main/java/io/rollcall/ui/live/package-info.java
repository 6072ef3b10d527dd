/** What keeps an open page true: the server's time, and the tick that brings up to date what is on it. Knows no screen. */
@NullMarked
@ApplicationModule(allowedDependencies = {"session", "user"})
package io.rollcall.ui.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
