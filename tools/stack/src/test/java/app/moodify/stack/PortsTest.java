package app.moodify.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void eachPartHasItsDistanceFromTheBase() {
    Ports ports = new Ports(5000);

    assertThat(ports.of("hosting")).isEqualTo(5000);
    assertThat(ports.of("firestore")).isEqualTo(5003);
    assertThat(ports.of("detect")).isEqualTo(5011);
    assertThat(ports.of("api")).isEqualTo(5014);
    assertThat(ports.address("storage")).hasToString("http://127.0.0.1:5004");
  }

  @Test
  void aBaseThatLeavesNoRoomIsRefused() {
    assertThatThrownBy(() -> new Ports(65_520)).hasMessageContaining("65520");
    assertThatThrownBy(() -> new Ports(80)).hasMessageContaining("1024");
  }

  @Test
  void freePortsAreFree() {
    assertThat(Ports.free(new Random(1)).busy()).isEmpty();
  }

  @Test
  void aPortInUseIsNamedWithTheProcessThatHoldsIt() throws IOException {
    Ports ports = Ports.free(new Random());
    try (ServerSocket socket = listen(ports.of("storage"))) {
      List<Integer> busy = ports.busy();

      assertThat(busy).containsExactly(socket.getLocalPort());
      assertThat(BusyPorts.message(ports, busy, Optional.empty()))
          .contains("Port " + socket.getLocalPort() + " is in use by")
          .contains("(process " + ProcessHandle.current().pid() + ")")
          .contains("./moodify run --port ");
    }
  }

  @Test
  void portsOfOneProcessAreReportedTogether() throws IOException {
    Ports ports = Ports.free(new Random());
    try (ServerSocket auth = listen(ports.of("auth"));
        ServerSocket hub = listen(ports.of("hub"))) {
      assertThat(BusyPorts.message(ports, ports.busy(), Optional.empty()))
          .contains("Port %d, %d is".formatted(auth.getLocalPort(), hub.getLocalPort()));
    }
  }

  @Test
  void aSecondRunIsReportedWithTheFirst() {
    Ports ports = new Ports(5000);

    assertThat(BusyPorts.message(ports, List.of(5000), Optional.of(ProcessHandle.current())))
        .startsWith("Moodify already runs at http://127.0.0.1:5000")
        .contains("--port");
  }

  private static ServerSocket listen(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }
}
