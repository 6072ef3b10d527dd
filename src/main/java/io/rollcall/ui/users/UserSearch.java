package io.rollcall.ui.users;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.rollcall.ui.Icons;

/** Searches while one types. */
class UserSearch extends TextField {

    private static final int PAUSE_MILLIS = 300;

    UserSearch() {
        setPlaceholder(getTranslation("users.search"));
        setAriaLabel(getTranslation("users.search"));
        setPrefixComponent(Icons.SEARCH.create());
        setClearButtonVisible(true);
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(PAUSE_MILLIS);
        addClassName("search");
    }
}
