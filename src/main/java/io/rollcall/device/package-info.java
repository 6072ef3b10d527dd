/** What a person would call the device behind a request. Pure: odd input gives an unknown device, never an exception. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.rollcall.device;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
