package io.rollcall.ui;

import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.util.ClassUtils;

/** Every screen of the program, found on the class path; Karibu's own search leaves out classes that are not public. */
public final class Screens {

    private Screens() {}

    public static List<? extends Class<? extends Component>> all() {
        return find(new AnnotationTypeFilter(Route.class))
                .<Class<? extends Component>>map(found -> found.asSubclass(Component.class))
                .toList();
    }

    @SuppressWarnings("unchecked")
    static Routes routes() {
        var routes = new Routes();
        routes.getRoutes().addAll(all());
        routes.getErrorRoutes().clear();
        find(new AssignableTypeFilter(HasErrorParameter.class))
                .forEach(found -> routes.getErrorRoutes().add((Class<? extends HasErrorParameter<?>>) found));
        return routes;
    }

    /** Says what a browser says when rows of a list come into sight that has been drawn there. */
    public static void ask(Grid<?> list, int start, int rows) {
        var page = UI.getCurrent().getInternals().getStateTree();
        page.collectChanges(drawn -> {});
        list.getDataCommunicator().setViewportRange(start, rows);
        page.runExecutionsBeforeClientResponse();
    }

    private static Stream<Class<?>> find(TypeFilter filter) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(filter);
        return scanner.findCandidateComponents("io.rollcall").stream()
                .map(found -> ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), Screens.class.getClassLoader()));
    }
}
