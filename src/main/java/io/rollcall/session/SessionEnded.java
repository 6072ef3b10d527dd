package io.rollcall.session;

import java.util.UUID;

/** A session is over, on this node or another; told after the commit. */
public record SessionEnded(UUID sessionId, long userId, EndReason reason) {}
