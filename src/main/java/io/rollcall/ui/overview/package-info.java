/** The start page. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"ui.shell", "ui.parts", "ui.list", "security", "directory", "session", "user"})
package io.rollcall.ui.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
