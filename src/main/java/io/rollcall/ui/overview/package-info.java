/** The start page. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"ui.shell", "ui.parts", "ui.list", "ui.live", "security", "directory", "session", "user"
        })
package io.rollcall.ui.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
