package io.rollcall.ui.list;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.rollcall.ui.shell.Icons;
import io.rollcall.user.UserSearch;

/** A box to search a list in while typing: it tells its value 300 ms after the last key. */
public class SearchField extends TextField {

    private static final int WAIT_MS = 300;

    /** @param key of the text that says what can be searched for */
    public SearchField(String key) {
        addClassName("search-field");
        setPlaceholder(getTranslation(key));
        setAriaLabel(getTranslation(key));
        setPrefixComponent(Icons.SEARCH.create());
        setClearButtonVisible(true);
        setMaxLength(UserSearch.LONGEST);
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(WAIT_MS);
    }
}
