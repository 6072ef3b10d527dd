package io.rollcall.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.annotation.Order;

/** Somebody else listens where the program should. */
@Order(0)
class PortInUse extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException failure) {
        return new FailureAnalysis(
                "port " + failure.getPort() + " is in use:",
                "stop the program that listens there, or choose another port by server.port",
                failure);
    }
}
