package io.rollcall.ui.shell;

import io.rollcall.location.GeoLocator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows what this program is. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class About implements AccountAction {

    private final GeoLocator locator;
    private final ObjectProvider<BuildProperties> build;

    About(GeoLocator locator, ObjectProvider<BuildProperties> build) {
        this.locator = locator;
        this.build = build;
    }

    @Override
    public Icons icon() {
        return Icons.INFO;
    }

    @Override
    public String key() {
        return "shell.about";
    }

    @Override
    public void start() {
        var version = build.stream().findFirst().map(BuildProperties::getVersion);
        new AboutDialog(version, locator.source()).open();
    }
}
