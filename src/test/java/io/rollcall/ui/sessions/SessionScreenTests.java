package io.rollcall.ui.sessions;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.router.Location;
import io.rollcall.device.Device;
import io.rollcall.session.Origin;
import io.rollcall.session.UserSession;
import io.rollcall.ui.ScreenTests;
import io.rollcall.ui.ShownList;
import io.rollcall.ui.list.SearchField;

/** Base of tests of the screens with lists of sessions. */
abstract class SessionScreenTests extends ScreenTests {

    static final Origin IPHONE =
            new Origin(new Device("Safari", "26", "iPhone", Device.Kind.PHONE), "2001:db8::42", null, null);

    ShownList<UserSession> open(String path) {
        var location = new Location(path);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
        return new ShownList<>(_get(SessionGrid.class));
    }

    static void search(String text) {
        _get(SearchField.class).setValue(text);
        MockVaadin.clientRoundtrip(false);
    }

    static void click(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    static Dialog dialog() {
        return _get(Dialog.class);
    }

    int audited(String kind) {
        return jdbc.queryForObject("select count(*) from audit_entry where kind = ?", Integer.class, kind);
    }
}
