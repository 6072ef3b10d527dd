package io.rollcall.session;

import io.rollcall.user.SessionId;
import io.rollcall.user.UserId;

/** A session is over, on this node or another; told after the commit. */
public record SessionEnded(SessionId sessionId, UserId userId, EndReason reason) {}
