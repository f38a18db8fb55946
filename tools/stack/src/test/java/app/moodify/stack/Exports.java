package app.moodify.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What firebase-tools writes, as far as it matters here. */
final class Exports {

  private Exports() {}

  /** Writes a whole export without anything in it. */
  static void whole(Path to) throws IOException {
    withUser(to, "nobody");
  }

  /** Writes a whole export with one account. */
  static void withUser(Path to, String user) throws IOException {
    for (String part : new String[] {"auth", "firestore", "storage"}) {
      Files.createDirectories(to.resolve(part + "_export"));
    }
    Files.writeString(to.resolve("auth_export/accounts.json"), "{\"users\":[\"" + user + "\"]}");
    Files.writeString(to.resolve("firestore_export/all.overall_export_metadata"), "x");
    Files.writeString(
        to.resolve("firebase-export-metadata.json"),
        """
        {"version":"15.34.2",
         "firestore":{"path":"firestore_export",
                      "metadata_file":"firestore_export/all.overall_export_metadata"},
         "auth":{"path":"auth_export"},
         "storage":{"path":"storage_export"}}
        """);
  }
}
