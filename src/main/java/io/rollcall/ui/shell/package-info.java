/** The frame: rail, settings' tabs, page head, account menu, error pages, and the addresses of the screens. Knows no screen. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ui.live", "security", "session", "user", "location"})
package io.rollcall.ui.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
