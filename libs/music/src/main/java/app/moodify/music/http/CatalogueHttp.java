package app.moodify.music.http;

import app.moodify.music.catalogue.CatalogueException;
import app.moodify.music.catalogue.CatalogueException.Kind;
import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Requests JSON from catalogues on the network. One is enough for all of them. Thread-safe. */
public final class CatalogueHttp {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(4);

  /** As many as there are regions, about; the next would wait while its time runs. */
  private static final int REQUESTS_PER_HOST = 16;

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int REQUEST_TIMEOUT = 408;

  private final OkHttpClient client;

  /**
   * Makes the client.
   *
   * @param trustedHosts the hosts named by the settings: only they may have a private address
   */
  public CatalogueHttp(Set<String> trustedHosts) {
    this(trustedHosts, Dns.SYSTEM);
  }

  CatalogueHttp(Set<String> trustedHosts, Dns dns) {
    PublicHosts hosts = new PublicHosts(trustedHosts, dns);
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequestsPerHost(REQUESTS_PER_HOST);
    client =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectTimeout(CONNECT_TIMEOUT)
            .readTimeout(READ_TIMEOUT)
            .followSslRedirects(false)
            .dns(hosts)
            .socketFactory(new GuardedSockets(hosts))
            .addNetworkInterceptor(hosts)
            .build();
  }

  /**
   * Returns the JSON object of the response to a request.
   *
   * @param timeout how long it may take in all, from looking up the host until the last byte
   * @throws CatalogueException for every other response, and for none
   */
  public JsonFields get(Request request, Duration timeout) throws CatalogueException {
    String host = request.url().host();
    Call call = client.newCall(request);
    ResponseHandler handler = new ResponseHandler(host);
    call.enqueue(handler);
    try {
      return handler.result.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw failure(host, e.getCause());
    } catch (TimeoutException e) {
      call.cancel();
      throw new CatalogueException(Kind.UNREACHABLE, host + " did not answer in time", e);
    } catch (InterruptedException e) {
      call.cancel();
      Thread.currentThread().interrupt();
      throw new CatalogueException(Kind.UNREACHABLE, host + " was not waited for", e);
    }
  }

  private static CatalogueException failure(String host, Throwable cause) {
    if (cause instanceof CatalogueException known) {
      return known;
    }
    return cause instanceof ProtocolException
        ? new CatalogueException(Kind.MALFORMED, host + ": " + cause.getMessage(), cause)
        : new CatalogueException(
            Kind.UNREACHABLE, host + " cannot be asked: " + cause.getMessage(), cause);
  }

  /**
   * Works on a thread of the client's: looking a host up cannot be interrupted, and takes as long
   * as the system likes.
   */
  private static final class ResponseHandler implements Callback {
    private final String host;
    private final CompletableFuture<JsonFields> result = new CompletableFuture<>();

    ResponseHandler(String host) {
      this.host = host;
    }

    @Override
    public void onResponse(Call call, Response response) {
      try (response) {
        requireSuccess(response, host);
        result.complete(JsonBody.read(response.body(), host));
      } catch (IOException | RuntimeException e) {
        result.completeExceptionally(e);
      }
    }

    @Override
    public void onFailure(Call call, IOException e) {
      result.completeExceptionally(e);
    }
  }

  private static void requireSuccess(Response response, String host) throws CatalogueException {
    int code = response.code();
    if (response.isSuccessful()) {
      return;
    }
    String message = host + " answered " + code;
    if (code == TOO_MANY_REQUESTS) {
      throw CatalogueException.quota(message, retryAfter(response));
    }
    throw new CatalogueException(kind(code), message);
  }

  private static Kind kind(int code) {
    return switch (code) {
      case 401, 403 -> Kind.REFUSED;
      case REQUEST_TIMEOUT -> Kind.UNREACHABLE;
      default -> code >= 500 ? Kind.UNREACHABLE : code >= 400 ? Kind.BAD_REQUEST : Kind.MALFORMED;
    };
  }

  /** The other form of Retry-After, a date, is left out: no catalogue is known to send it. */
  private static Optional<Duration> retryAfter(Response response) {
    String value = response.header("Retry-After", "");
    return value.matches("[0-9]{1,6}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
        : Optional.empty();
  }
}
