package io.rollcall.ui.list;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Tag;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * A choice among the orders in which a list can stand. It is the browser's own, since it is on every page of a list and seen on few:
 * Vaadin's takes 30 kB of the server's memory.
 */
@Tag("select")
final class OrderField extends AbstractSinglePropertyField<OrderField, RowOrder> {

    private final Map<RowOrder, String> offered;

    OrderField(ListGrid<?, ?> list) {
        super(
                "value",
                list.usualOrder(),
                String.class,
                chosen -> find(list.orders(), chosen, list.usualOrder()),
                RowOrder::inAddress);
        setSynchronizedEvent("change");
        offered = list.orders();
    }

    /** The order that an address names, or else another. */
    RowOrder find(String inAddress, RowOrder otherwise) {
        return find(offered, inAddress, otherwise);
    }

    private static RowOrder find(Map<RowOrder, String> offered, String inAddress, RowOrder otherwise) {
        return offered.keySet().stream()
                .filter(order -> order.inAddress().equals(inAddress))
                .findFirst()
                .orElse(otherwise);
    }

    /** The choices, of which the browser takes a value only when they are there. */
    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        var options = offered.entrySet().stream()
                .map(order -> "<option value=\"%s\"%s>%s</option>"
                        .formatted(
                                order.getKey().inAddress(),
                                order.getKey().equals(getValue()) ? " selected" : "",
                                HtmlUtils.htmlEscape(order.getValue())))
                .collect(Collectors.joining());
        getElement().setProperty("innerHTML", options);
    }
}
