package io.rollcall.session;

import io.rollcall.user.SessionId;
import io.rollcall.user.UserId;

/** Somebody signed in, on this node or another; told after the commit. */
public record SessionOpened(SessionId sessionId, UserId userId) {}
