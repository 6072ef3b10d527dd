/** The three lists of sessions and the logout dialogs. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"ui.shell", "ui.parts", "ui.list", "ui.live", "security", "directory", "session", "user"
        })
package io.rollcall.ui.sessions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
