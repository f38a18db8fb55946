package app.moodify.core;

import java.util.regex.Pattern;

/** What Firestore says of the ids of documents: cloud.google.com/firestore/quotas. */
public final class DocumentId {
  private static final Pattern RESERVED = Pattern.compile("\\.|\\.\\.|__.*__");

  private DocumentId() {}

  /** Returns whether Firestore keeps an id for itself. */
  public static boolean isReserved(String id) {
    return RESERVED.matcher(id).matches();
  }
}
