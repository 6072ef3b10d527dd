package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.communication.RpcInvocationEvent;
import com.vaadin.flow.server.communication.RpcInvocationListener;
import io.rollcall.session.EndReason;
import io.rollcall.session.LiveSession;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Whom a page's events keep signed in. */
@Tag("S11")
class ActivityListenerTests {

    private final SessionRegistry registry = mock(SessionRegistry.class);
    private final LiveSession session = mock(LiveSession.class);
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private RpcInvocationListener listener;

    @BeforeEach
    void startTheService() {
        var service = mock(VaadinService.class);
        var start = mock(ServiceInitEvent.class);
        when(start.getSource()).thenReturn(service);
        new Activity(registry).serviceInit(start);
        var listeners = ArgumentCaptor.forClass(RpcInvocationListener.class);
        verify(service).addRpcInvocationListener(listeners.capture());
        listener = listeners.getValue();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @AfterEach
    void endTheRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void aClickIsActivityOfTheSessionThatTheRequestBelongsTo() {
        RequestVerdict.set(request, new Verdict.Valid(session));
        listener.invocationStarted(event("event", "click"));
        verify(registry).touch(session);
    }

    @Test
    void whatThePageDoesByItselfIsNone() {
        RequestVerdict.set(request, new Verdict.Valid(session));
        listener.invocationStarted(event("event", "ui-resize"));
        listener.invocationStarted(event("event", null));
        listener.invocationStarted(event("mSync", "click"));
        verify(registry, never()).touch(any());
    }

    @Test
    void nobodysClickIsNobodysActivity() {
        listener.invocationStarted(event("event", "click"));
        RequestVerdict.set(request, new Verdict.Ended(EndReason.IDLE, false));
        listener.invocationStarted(event("event", "click"));
        RequestVerdict.set(request, new Verdict.Unknown());
        listener.invocationStarted(event("event", "click"));
        verify(registry, never()).touch(any());
        assertThat(request.getSession(false)).isNull();
    }

    private static RpcInvocationEvent event(String type, String name) {
        var event = mock(RpcInvocationEvent.class);
        when(event.getType()).thenReturn(type);
        when(event.getName()).thenReturn(name);
        return event;
    }
}
