package io.rollcall.ui.sessions;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.shared.Registration;
import io.rollcall.ui.live.LiveRefresh;
import io.rollcall.ui.shell.Icons;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows the full session IDs of a page for a minute at most. Whether they may be sent is decided here on the server; each
 * turn-on is recorded before it shows anything.
 */
class TokenToggle extends Button implements BooleanSupplier {

    private static final Duration SHOWN_FOR = Duration.ofSeconds(60);

    private final LiveRefresh live;
    private final Runnable record;
    private final Runnable redraw;
    private final Div note = new Div(
            new Paragraph(getTranslation("sessions.tokens.note")),
            new Paragraph(getTranslation("sessions.tokens.what")));
    private boolean shown;
    private @Nullable Registration turningOff;

    /**
     * @param record records a turn-on; when it fails, nothing is shown
     * @param redraw draws anew what shows IDs
     */
    TokenToggle(LiveRefresh live, Runnable record, Runnable redraw) {
        this.live = live;
        this.record = record;
        this.redraw = redraw;
        addClassNames("token-toggle", "aura-accent-neutral");
        note.addClassNames("note", "token-note");
        note.getElement().setAttribute("role", "status");
        setDisableOnClick(true);
        addClickListener(click -> toggle());
        show(false);
    }

    /** The advice that belongs to shown IDs. */
    Div note() {
        return note;
    }

    @Override
    public boolean getAsBoolean() {
        return shown;
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        show(false);
    }

    /** Also when the program stops; then there are no texts any more. */
    @Override
    protected void onDetach(DetachEvent detach) {
        super.onDetach(detach);
        shown = false;
        stopWaiting();
    }

    private void toggle() {
        try {
            if (!shown) {
                record.run();
            }
            turn(!shown);
        } finally {
            setEnabled(true);
        }
    }

    private void turn(boolean on) {
        show(on);
        redraw.run();
    }

    private void show(boolean now) {
        shown = now;
        note.setVisible(shown);
        setText(getTranslation(shown ? "sessions.tokens.hide" : "sessions.tokens.show"));
        setIcon((shown ? Icons.HIDE : Icons.SHOW).create());
        stopWaiting();
        if (shown) {
            turningOff = getUI().map(ui -> live.later(ui, SHOWN_FOR, () -> turn(false)))
                    .orElse(null);
        }
    }

    private void stopWaiting() {
        if (turningOff != null) {
            turningOff.remove();
            turningOff = null;
        }
    }
}
