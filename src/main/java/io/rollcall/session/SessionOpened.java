package io.rollcall.session;

import java.util.UUID;

/** Somebody signed in, on this node or another; told after the commit. */
public record SessionOpened(UUID sessionId, long userId) {}
