package app.moodify.api;

import app.moodify.http.HttpResponder;
import app.moodify.privacy.Export;
import app.moodify.privacy.StoredExports;
import com.google.cloud.functions.HttpResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Answers with all that is kept of a person, or has it written where it is too much for an answer.
 */
final class ExportHandler {
  private static final Logger LOG = Logger.getLogger(ExportHandler.class.getName());

  /** More than the documents of a busy year, packed. */
  private static final int DIRECT_BYTES = 4 << 20;

  /** Hosting cuts requests after 60 seconds, and the person is to know before that. */
  private static final Duration DIRECT_TIMEOUT = Duration.ofSeconds(15);

  /** How many exports one instance makes at once; each takes some tens of megabytes. */
  private static final int DIRECT_AT_ONCE = 3;

  private final Export export;
  private final StoredExports storedExports;
  private final Semaphore directExports = new Semaphore(DIRECT_AT_ONCE);
  private final Clock clock;

  private record ExportStatus(String status, String exportId) {}

  ExportHandler(Export export, StoredExports storedExports, Clock clock) {
    this.export = export;
    this.storedExports = storedExports;
    this.clock = clock;
  }

  void answer(String uid, HttpResponse response) throws IOException {
    Optional<HeldAnswer> whole = exportAtOnce(uid);
    if (whole.isEmpty()) {
      String exportId = storedExports.request(uid).exportId();
      HttpResponder.json(response, 202, new ExportStatus("writing", exportId));
      return;
    }
    response.setContentType("application/zip");
    response.appendHeader("Content-Disposition", "attachment; filename=\"moodify-data.zip\"");
    response.appendHeader("Content-Length", Integer.toString(whole.get().size()));
    whole.get().writeTo(response.getOutputStream());
  }

  /** Returns all of it, or nothing if it is too much for an answer, or many others ask. */
  private Optional<HeldAnswer> exportAtOnce(String uid) throws IOException {
    if (!directExports.tryAcquire()) {
      return Optional.empty();
    }
    try {
      HeldAnswer held = new HeldAnswer(DIRECT_BYTES, DIRECT_TIMEOUT, clock);
      export.write(uid, held);
      return Optional.of(held);
    } catch (HeldAnswer.TooMuchException e) {
      LOG.log(Level.FINE, "Export: it is made in the background", e);
      return Optional.empty();
    } finally {
      directExports.release();
    }
  }
}
