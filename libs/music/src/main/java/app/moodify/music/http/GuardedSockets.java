package app.moodify.music.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/** Sockets that ask {@link PublicHosts} before each connection. OkHttp makes them unconnected. */
final class GuardedSockets extends SocketFactory {
  private final PublicHosts hosts;

  GuardedSockets(PublicHosts hosts) {
    this.hosts = hosts;
  }

  @Override
  public Socket createSocket() {
    return new GuardedSocket(hosts);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return connected(
        new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return connected(
        new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
  }

  private Socket connected(SocketAddress to, SocketAddress from) throws IOException {
    Socket socket = createSocket();
    try {
      socket.bind(from);
      socket.connect(to);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static final class GuardedSocket extends Socket {
    private final PublicHosts hosts;

    GuardedSocket(PublicHosts hosts) {
      this.hosts = hosts;
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      // An address that could not be looked up is refused by the connection itself.
      if (endpoint instanceof InetSocketAddress target && target.getAddress() != null) {
        hosts.check(target.getAddress());
      }
      super.connect(endpoint, timeout);
    }
  }
}
