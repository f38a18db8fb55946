package app.moodify.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP link to a service on 127.0.0.1 that can be cut and mended. While it is cut, connections are
 * refused and those there were are closed, as when the service is down.
 */
public final class FragileLink implements AutoCloseable {
  private final int target;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile ServerSocket listener;

  /** Opens a link to a port of 127.0.0.1. */
  public FragileLink(int target) {
    this.target = target;
    try {
      listen(0);
      port = listener.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("The link cannot be opened", e);
    }
  }

  /** Returns the port of 127.0.0.1 that leads to the service. */
  public int port() {
    return port;
  }

  /** Cuts the link. */
  public void cut() {
    quietlyClose(listener);
    sockets.forEach(FragileLink::quietlyClose);
    sockets.clear();
  }

  /** Mends the link, on the same port. */
  public void mend() {
    try {
      listen(port);
    } catch (IOException e) {
      throw new UncheckedIOException("The link cannot be mended", e);
    }
  }

  @Override
  public void close() {
    cut();
  }

  private void listen(int wanted) throws IOException {
    ServerSocket opened = new ServerSocket();
    opened.setReuseAddress(true);
    opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
    listener = opened;
    inBackground(() -> accept(opened));
  }

  private void accept(ServerSocket opened) throws IOException {
    while (true) {
      Socket near = opened.accept();
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      sockets.add(near);
      sockets.add(far);
      inBackground(() -> pump(near, far));
      inBackground(() -> pump(far, near));
    }
  }

  private static void pump(Socket from, Socket to) throws IOException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[8192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        out.flush();
      }
    }
  }

  private static void quietlyClose(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception expected) {
      // It is to be gone, and is.
    }
  }

  private static void inBackground(Step step) {
    Thread thread =
        new Thread(
            () -> {
              try {
                step.take();
              } catch (IOException expected) {
                // The link was cut, or one side has hung up.
              }
            },
            "fragile-link");
    thread.setDaemon(true);
    thread.start();
  }

  private interface Step {
    void take() throws IOException;
  }
}
