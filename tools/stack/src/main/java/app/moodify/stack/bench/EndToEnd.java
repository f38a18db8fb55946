package app.moodify.stack.bench;

import app.moodify.console.Steps;
import app.moodify.stack.Ports;
import app.moodify.stack.Stack;
import app.moodify.stack.StackException;
import app.moodify.stack.StopOnSignal;
import app.moodify.stack.Toolchain;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Uploads photos from a real browser to a stack of its own and takes the times that a person sees.
 *
 * @param startSeconds until {@code Ready}
 * @param emotionMs upload ended to emotion on the page, median
 * @param playlistMs upload ended to playlist on the page, median
 * @param megabytesAfter100 resident memory of detect after 100 photos
 * @param megabytesAfter200 resident memory of detect after 200 photos
 */
record EndToEnd(
    double startSeconds,
    double emotionMs,
    double playlistMs,
    double megabytesAfter100,
    double megabytesAfter200) {

  private static final String SCRIPT = "hosting/bench/latency.mjs";
  private static final Pattern PHOTO = Pattern.compile("photo (\\d+) .*");

  /** Measures; {@code steps} hears of the progress. */
  static EndToEnd measure(Map<String, String> environment, Steps steps)
      throws StackException, IOException, InterruptedException {
    Toolchain tools = Toolchain.of(environment);
    Path script = tools.root().resolve(SCRIPT);
    try (Stack stack = Stack.of(tools, Ports.free(new Random()), steps)) {
      StopOnSignal.install(stack, steps);
      double before = steps.seconds();
      stack.start(Optional.empty());
      double startSeconds = steps.seconds() - before;
      steps.report("          uploading 200 photos from a browser");
      ProcessBuilder builder =
          new ProcessBuilder(tools.node().toString(), script.toString())
              .directory(script.getParent().getParent().toFile());
      builder.environment().put("MOODIFY_BASE_PORT", Integer.toString(stack.ports().base()));
      Process process = builder.start();
      stack.onFailure(failure -> process.destroy());
      CompletableFuture<double[]> memory =
          CompletableFuture.supplyAsync(
              () -> memoryAt100And200(process, stack.pid("detect"), steps));
      String answer =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      double[] megabytes = memory.join();
      if (process.waitFor() != 0 || answer.isEmpty()) {
        throw new IOException(SCRIPT + " failed, see above");
      }
      JsonObject times = new Gson().fromJson(answer, JsonObject.class);
      return new EndToEnd(
          startSeconds,
          median(times.getAsJsonArray("emotionMs")),
          median(times.getAsJsonArray("playlistMs")),
          megabytes[0],
          megabytes[1]);
    }
  }

  /** The script writes a line for each photo; this reads detect's memory at the 100th and 200th. */
  private static double[] memoryAt100And200(Process process, long detect, Steps steps) {
    double[] megabytes = {Double.NaN, Double.NaN};
    try (BufferedReader lines = process.errorReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher photo = PHOTO.matcher(line);
        if (!photo.matches()) {
          steps.report(line);
          continue;
        }
        int count = Integer.parseInt(photo.group(1));
        if (count % 50 == 0) {
          steps.done(line);
        }
        if (count == 100 || count == 200) {
          megabytes[count / 100 - 1] = residentMegabytes(detect);
        }
      }
    } catch (IOException e) {
      steps.report("The browser's report broke off: " + e.getMessage());
    }
    return megabytes;
  }

  private static double residentMegabytes(long pid) throws IOException {
    Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
    String kilobytes =
        new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    return Double.parseDouble(kilobytes) / 1024;
  }

  private static double median(JsonArray values) {
    double[] sorted =
        StreamSupport.stream(values.spliterator(), false)
            .mapToDouble(JsonElement::getAsDouble)
            .sorted()
            .toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
