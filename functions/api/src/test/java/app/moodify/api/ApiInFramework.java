package app.moodify.api;

import app.moodify.core.person.InvalidTokenException;
import app.moodify.core.person.SignIn;
import app.moodify.http.Guard;
import app.moodify.http.Origins;
import app.moodify.privacy.Erasure;
import app.moodify.privacy.Export;
import app.moodify.privacy.SecurityTrail;
import app.moodify.privacy.StoredExports;
import app.moodify.telemetry.Telemetry;
import app.moodify.testing.FakeAccountStore;
import app.moodify.testing.FakeClock;
import app.moodify.testing.FakeErasureLog;
import app.moodify.testing.FakeExportFiles;
import app.moodify.testing.FakeExportStore;
import app.moodify.testing.FakePersonalDocuments;
import app.moodify.testing.FakePhotoStore;
import app.moodify.testing.FakeProfileStore;
import app.moodify.testing.FakeRevocations;
import app.moodify.testing.FakeSecurityEventStore;
import app.moodify.testing.FunctionServer;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;

/** The API in the functions framework, with the stores in memory. */
abstract class ApiInFramework {
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  static final String PAGE = "https://moodify.example";

  private final FakeClock clock = new FakeClock(NOW);
  private final FakeAccountStore accounts = new FakeAccountStore();
  private final FakeRevocations revocations = new FakeRevocations();
  private final FakeProfileStore profiles = new FakeProfileStore();
  private final FakePersonalDocuments documents = new FakePersonalDocuments(clock);
  private final FakeSecurityEventStore securityEvents = new FakeSecurityEventStore();
  private final FakeExportStore exports = new FakeExportStore();
  private final FakeExportFiles exportFiles = new FakeExportFiles();
  private SignIn signIn = new SignIn("ada", false, NOW.minusSeconds(10), NOW.minusSeconds(10));
  @AutoClose private FunctionServer server;

  @BeforeEach
  void start() {
    accounts.add("ada", false, Instant.EPOCH, Instant.EPOCH);
    documents.put("users/ada", Map.of("displayName", "Ada"));
    documents.put("users/ada/moods/m1", Map.of("status", "ready"));
    documents.put("users/ada/moods/m2", Map.of("status", "ready"));
    Guard guard =
        new Guard(
            Optional.of(
                token -> {
                  if (!token.equals("page")) {
                    throw new InvalidTokenException("Not the page's");
                  }
                }),
            token -> signIn,
            (uid, limit, key) -> Optional.empty());
    FakePhotoStore photos = new FakePhotoStore();
    SecurityTrail trail = new SecurityTrail(accounts, securityEvents, clock);
    Export export = new Export(accounts, documents, photos, trail, clock);
    Erasure erasure =
        new Erasure(accounts, documents, photos, new FakeErasureLog(), trail, clock, Duration.ZERO);
    StoredExports storedExports = new StoredExports(exports, exportFiles, exportFiles, clock);
    RouteHandlers handlers =
        new RouteHandlers(
            export,
            storedExports,
            erasure,
            id -> Optional.empty(),
            accounts,
            revocations,
            profiles,
            trail,
            clock);
    Origins origins = new Origins(Set.of(PAGE));
    server =
        FunctionServer.of(
            new Api(Telemetry.silent(), guard, origins, handlers, new CspReports(clock)));
  }

  FakeClock clock() {
    return clock;
  }

  FakeAccountStore accounts() {
    return accounts;
  }

  FakeRevocations revocations() {
    return revocations;
  }

  FakeProfileStore profiles() {
    return profiles;
  }

  FakeSecurityEventStore securityEvents() {
    return securityEvents;
  }

  FakePersonalDocuments documents() {
    return documents;
  }

  FakeExportStore exports() {
    return exports;
  }

  FakeExportFiles exportFiles() {
    return exportFiles;
  }

  void signIn(SignIn as) {
    signIn = as;
  }

  boolean hasAccount() {
    return accounts.find("ada").isPresent();
  }

  HttpResponse<String> ask(String method, String path) {
    return send(request(method, path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    return server.send(request.build());
  }

  HttpRequest.Builder request(String method, String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/" + path))
        .method(method, BodyPublishers.noBody())
        .header("Authorization", "Bearer good")
        .header("X-Firebase-AppCheck", "page");
  }

  static JsonObject json(HttpResponse<String> answer) {
    return JsonParser.parseString(answer.body()).getAsJsonObject();
  }
}
