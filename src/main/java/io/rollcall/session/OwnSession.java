package io.rollcall.session;

import io.rollcall.user.SessionId;
import io.rollcall.user.User;
import java.time.Instant;

/**
 * What somebody is told of the session in which they are, at this moment.
 *
 * @param id the public session ID
 * @param expiresAt when it ends if it is not used before
 */
public record OwnSession(SessionId id, User user, SignIn signIn, Instant lastActiveAt, Instant expiresAt) {}
