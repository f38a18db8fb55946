package app.moodify.http;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.telemetry.Operation;
import app.moodify.telemetry.Telemetry;
import app.moodify.telemetry.TraceOrigin;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings every request to an answer: gives it an id, says to browsers whose page may read the
 * answer, and what went wrong as problem details. Once a body has begun, nothing else can be said:
 * then the connection is cut, so that nobody takes the beginning for the whole.
 */
public final class HttpResponder {
  /** 32 MB: Cloud Functions of the 2nd generation let no larger request through. */
  private static final int MAX_REQUEST_BYTES = 32 * 1024 * 1024;

  private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

  private final Logger log;
  private final Origins origins;
  private final Telemetry telemetry;

  /** What answers a request. */
  public interface Handler {
    /** Writes the answer, or says why there is none. */
    void answer(HttpRequest request, HttpResponse response) throws IOException, Problem;
  }

  /**
   * Makes them for one function.
   *
   * @param log the function's own log
   * @param telemetry records the outcome of each request
   */
  public HttpResponder(Logger log, Origins origins, Telemetry telemetry) {
    this.log = log;
    this.origins = origins;
    this.telemetry = telemetry;
  }

  /** Lets the handler answer, and answers in its place if it cannot. */
  public void give(HttpRequest request, HttpResponse response, Handler handler) throws IOException {
    telemetry.handle(
        TraceOrigin.ofRequest(request::getFirstHeader), () -> handle(request, response, handler));
  }

  private void handle(HttpRequest request, HttpResponse raw, Handler handler) throws IOException {
    BegunResponse response = new BegunResponse(raw);
    Operation operation = Operation.current();
    String id = RequestId.of(request);
    operation.label("requestId", id);
    response.appendHeader(RequestId.HEADER, id);
    response.appendHeader("Cache-Control", "no-store");
    origins.mark(request, response);
    try {
      handler.answer(request, response);
      operation.outcome("answered");
    } catch (Problem problem) {
      operation.outcome("refused", problem.code());
      log.info("Request " + id + " refused: " + problem.status() + " " + problem.code());
      write(problem, response, problem);
      discardRest(request);
    } catch (ServiceUnavailableException e) {
      operation.outcome("unavailable");
      log.log(Level.WARNING, "Request " + id + " cannot be answered for now", e);
      Problem problem =
          new Problem(
              503, "unavailable", "A service is out of reach. Please try again in a moment.");
      write(problem.with("Retry-After", "5"), response, e);
    } catch (RuntimeException e) {
      operation.outcome("error", e.getClass().getSimpleName());
      log.log(Level.SEVERE, "Request " + id + " failed, and should not have", e);
      Problem problem =
          new Problem(500, "internal", "This should not have happened. Please try again later.");
      write(problem, response, e);
    }
  }

  /** The framework cuts the connection of an answer that has begun where its function throws. */
  private static void write(Problem problem, BegunResponse response, Exception cause)
      throws IOException {
    if (response.hasBegun()) {
      throw new IOException("The answer is cut off, for it had begun", cause);
    }
    problem.write(response);
  }

  /** Writes an answer in JSON: a record, whose fields that are null are left out. */
  public static void json(HttpResponse response, int status, Record body) throws IOException {
    write(response, status, "application/json", body);
  }

  static void write(HttpResponse response, int status, String type, Record body)
      throws IOException {
    response.setStatusCode(status);
    response.setContentType(type);
    OutputStream out = response.getOutputStream();
    out.write(JSON.toJson(body).getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /**
   * Reads what is left of a body that was refused, and forgets it: a client, or a proxy between,
   * that is still sending when its connection is cut would never see the answer.
   */
  private void discardRest(HttpRequest request) {
    try {
      request.getInputStream().skip(MAX_REQUEST_BYTES);
    } catch (IOException e) {
      log.log(Level.FINE, "The client of a refused request has gone", e);
    }
  }
}
