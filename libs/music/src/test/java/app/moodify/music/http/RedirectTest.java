package app.moodify.music.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moodify.music.catalogue.CatalogueException;
import app.moodify.music.catalogue.CatalogueException.Kind;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import okhttp3.Dns;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest extends StubServer {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1/",
        "http://192.168.1.1:8080/",
        "http://172.16.0.9/",
        "http://169.254.169.254/computeMetadata/v1/",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://127.0.0.2/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.2]/",
        "http://[fd00::1]/",
        "http://[fe80::1]/"
      })
  void redirectsToPrivateAddressesAreRefused(String location) {
    redirect(location);

    assertThatThrownBy(this::get)
        .isInstanceOf(CatalogueException.class)
        .hasMessageContaining("not public");
    assertThat(server().getRequestCount()).isEqualTo(1);
  }

  @Test
  void aNameThatLeadsToAPrivateAddressIsRefused() {
    CatalogueHttp inside =
        new CatalogueHttp(
            Set.of(server().getHostName()),
            host ->
                host.endsWith(".internal")
                    ? List.of(InetAddress.getByAddress(host, new byte[] {10, 0, 0, 1}))
                    : Dns.SYSTEM.lookup(host));
    redirect("http://metadata.google.internal/");

    assertThatThrownBy(() -> inside.get(request(), TIMEOUT))
        .hasMessageContaining("metadata.google.internal is refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://10.0.0.1/", "http://169.254.169.254/", "http://[fd00::1]/"})
  void aBareAddressThatIsNotPublicIsNotConnectedTo(String address) {
    Request named = new Request.Builder().url(address).build();

    assertThatThrownBy(() -> http().get(named, TIMEOUT))
        .isInstanceOf(CatalogueException.class)
        .hasMessageContaining("not a public address");
  }

  /** The name is checked as public, and is something else when it is connected to. */
  @Test
  void aNameIsCheckedOnceMoreAtTheConnection() throws Exception {
    PublicHosts hosts = new PublicHosts(Set.of("catalogue.example"), Dns.SYSTEM);

    assertThatThrownBy(() -> new GuardedSockets(hosts).createSocket(server().getHostName(), 1))
        .hasMessageContaining("not a public address");
  }

  @Test
  void aRedirectWithinTheSameHostIsFollowed() throws Exception {
    redirect("/moved");
    respond("{\"name\":\"Ada\"}");

    assertThat(get().text("name")).contains("Ada");
  }

  @Test
  void aRedirectInACircleEnds() {
    for (int times = 0; times < 30; times++) {
      redirect("/again");
    }

    assertFails(this::get, Kind.MALFORMED).hasMessageContaining("Too many");
  }
}
