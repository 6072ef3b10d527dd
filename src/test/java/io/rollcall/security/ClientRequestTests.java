package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.rollcall.device.DeviceParser;
import io.rollcall.location.ClientAddress;
import io.rollcall.location.GeoLocator;
import io.rollcall.location.Location;
import io.rollcall.session.Origin;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientRequestTests {

    private final GeoLocator locator = mock(GeoLocator.class);
    private final DeviceParser parser = new DeviceParser();
    private final ClientRequest client = new ClientRequest(parser, locator);
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void aSignInIsRecordedWithItsDeviceItsAddressAndThePlaceOfThat() {
        var lima = new Location("Lima", "Peru", "PE", false);
        when(locator.locate(new ClientAddress("2001:db8::1"))).thenReturn(Optional.of(lima));
        request.setRemoteAddr("2001:DB8:0::1");
        request.addHeader("User-Agent", "curl/8.5.0");
        var origin = client.origin(request);
        assertThat(origin.device().browser()).isEqualTo("curl");
        assertThat(origin.ip()).isEqualTo("2001:db8::1");
        assertThat(origin.location()).isEqualTo(lima);
        assertThat(origin.userAgent()).isEqualTo("curl/8.5.0");
    }

    @Test
    void whatTellsNothingIsRecordedAsUnknown() {
        request.setRemoteAddr("somewhere");
        assertThat(client.origin(request)).isEqualTo(Origin.UNKNOWN);
    }
}
