/** What more than one screen tells of people and sessions, and asks of people. Knows no screen and no list. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ui.shell", "session", "user", "device", "location"})
package io.rollcall.ui.parts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
