/** The list of people and its dialogs. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"ui.shell", "ui.parts", "ui.list", "ui.live", "security", "directory", "session", "user"
        })
package io.rollcall.ui.users;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
