package app.moodify.stack;

import com.google.cloud.functions.CloudEventsFunction;
import com.google.cloud.functions.invoker.runner.Invoker;
import java.lang.reflect.Field;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * Serves a function as the functions framework's own program does, but on 127.0.0.1 only, and takes
 * no event of a web page. The framework has no setting for either, so its server is started on a
 * port of chance, stopped, and started once more where it is to be.
 */
public final class LoopbackInvoker {
  @Option(names = "--target")
  private String target;

  @Option(names = "--port")
  private int port;

  private LoopbackInvoker() {}

  /** Serves the function that the arguments name until the process is ended. */
  public static void main(String[] arguments) throws Exception {
    LoopbackInvoker options = new LoopbackInvoker();
    new CommandLine(options).parseArgs(arguments);
    serve(options.target, options.port).join();
  }

  static Server serve(String target, int port) throws Exception {
    ClassLoader loader = LoopbackInvoker.class.getClassLoader();
    Invoker invoker = new Invoker(0, target, null, loader);
    invoker.startTestServer();
    Server server = serverOf(invoker);
    server.stop();
    ServerConnector connector = (ServerConnector) server.getConnectors()[0];
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    // Another process must not share the port.
    connector.setReusePort(false);
    if (CloudEventsFunction.class.isAssignableFrom(loader.loadClass(target))) {
      server.insertHandler(new NoPages());
    }
    server.start();
    return server;
  }

  private static Server serverOf(Invoker invoker) throws ReflectiveOperationException {
    Field server = Invoker.class.getDeclaredField("server");
    server.setAccessible(true);
    return (Server) server.get(invoker);
  }

  /** Browsers let any page post to this machine, and name the page; what sends events does not. */
  private static final class NoPages extends Handler.Wrapper {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      if (!request.getHeaders().contains(HttpHeader.ORIGIN)) {
        return super.handle(request, response, callback);
      }
      response.setStatus(HttpStatus.FORBIDDEN_403);
      callback.succeeded();
      return true;
    }
  }
}
