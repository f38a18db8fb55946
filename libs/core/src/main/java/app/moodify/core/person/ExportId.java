package app.moodify.core.person;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one export of one person that is made in the background.
 *
 * @param uid the person, as Firebase Authentication names them
 * @param exportId the export
 */
public record ExportId(String uid, String exportId) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,128}");
  private static final Pattern DOCUMENT_PATH = Pattern.compile("users/([^/]+)/exports/([^/]+)");

  /** Rejects names that neither Firebase Authentication nor Firestore gives. */
  public ExportId {
    if (!NAME.matcher(uid).matches() || !NAME.matcher(exportId).matches()) {
      throw new IllegalArgumentException("No names of a person and an export");
    }
  }

  /** Returns the export of these names, or nothing if they cannot name one. */
  public static Optional<ExportId> of(String uid, String exportId) {
    return uid != null
            && exportId != null
            && NAME.matcher(uid).matches()
            && NAME.matcher(exportId).matches()
        ? Optional.of(new ExportId(uid, exportId))
        : Optional.empty();
  }

  /** Returns the export at a Firestore path, or nothing if this is not the path of one. */
  public static Optional<ExportId> ofDocumentPath(String path) {
    Matcher matcher = DOCUMENT_PATH.matcher(path);
    return matcher.matches() ? of(matcher.group(1), matcher.group(2)) : Optional.empty();
  }

  /** Returns where the file is in the bucket. */
  public String filePath() {
    return filesOf(uid) + exportId + ".zip";
  }

  /** Returns what the names of all of a person's exported files begin with. */
  public static String filesOf(String uid) {
    return "exports/" + uid + "/";
  }

  /** Returns the export without the person, who is not to be named in any log. */
  @Override
  public String toString() {
    return exportId;
  }
}
