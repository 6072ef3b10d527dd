/** The people of the organisation: accounts, roles, passwords, invitations. Says "disabled"; others react in the same transaction. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "cluster", "text"})
package io.rollcall.user;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
