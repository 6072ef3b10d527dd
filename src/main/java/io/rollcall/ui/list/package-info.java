/** What every list is made of: columns and stacked cells, search and address, what stands where no rows are, dialogs that ask. Knows no feature. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ui.shell", "ui.parts", "ui.live", "session", "user"})
package io.rollcall.ui.list;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
