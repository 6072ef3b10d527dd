package io.rollcall.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.device.Device.Kind;
import org.junit.jupiter.api.Test;

class DeviceTests {

    @Test
    void aBrowserIsCalledByItsNameAndItsMajorVersion() {
        assertThat(browser("Chrome", "143.0.7499.41").browserName()).contains("Chrome 143");
        assertThat(browser("Chrome", "beta").browserName()).contains("Chrome");
        assertThat(browser("Chrome", "123456").browserName()).contains("Chrome");
        assertThat(browser("Microsoft Teams", "24295.605").browserName()).contains("Microsoft Teams 24295");
        assertThat(browser(" ", "143").browserName()).isEmpty();
    }

    @Test
    void onlyADeviceOfWhichNothingIsKnownIsUnknown() {
        assertThat(browser(null, "143")).isEqualTo(Device.UNKNOWN);
        assertThat(new Device(null, null, null, Kind.PHONE)).isNotEqualTo(Device.UNKNOWN);
        assertThat(new Device(null, null, "Windows", Kind.UNKNOWN)).isNotEqualTo(Device.UNKNOWN);
    }

    @Test
    void controlCharactersAndOverlongTextNeverEnterADevice() {
        var device = new Device("Evil\r\n\u001B[31mBrowser\u202E", null, "x".repeat(1000), Kind.DESKTOP);

        assertThat(device.browser()).isEqualTo("Evil [31mBrowser");
        assertThat(device.operatingSystem()).hasSize(Device.MAX_LENGTH);
    }

    private static Device browser(String name, String version) {
        return new Device(name, version, null, Kind.UNKNOWN);
    }
}
