package io.rollcall.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IconsTests {

    @ParameterizedTest
    @EnumSource
    void eachIconIsDrawn(Icons icon) throws IOException {
        assertThat(Files.readString(Path.of("frontend/icons.svg")))
                .containsOnlyOnce("<symbol id=\"" + icon.symbol() + "\"");
    }
}
