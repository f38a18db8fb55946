package app.moodify.music.ranking;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a list must have, whatever the scores say: at most two tracks of an artist, every source
 * that found something, and four genre families if there are so many. Keeps track of one list while
 * it is filled.
 */
final class DiversityConstraints {
  private static final int TRACKS_OF_AN_ARTIST = 2;
  private static final int FAMILIES = 4;

  private final Map<String, Integer> artists = new HashMap<>();
  private final Set<String> missingSources;
  private final Set<String> missingFamilies;
  private int familiesToGo;

  /** Begins an empty list that is filled from these candidates. */
  DiversityConstraints(Collection<Candidate> candidates) {
    missingSources =
        candidates.stream().map(each -> each.track().source()).collect(Collectors.toSet());
    missingFamilies =
        candidates.stream()
            .map(Candidate::family)
            .flatMap(Optional::stream)
            .collect(Collectors.toCollection(HashSet::new));
    familiesToGo = Math.min(FAMILIES, missingFamilies.size());
  }

  /** Records that a candidate was put on the list. */
  void add(Candidate chosen) {
    artists.merge(chosen.artistKey(), 1, Integer::sum);
    missingSources.remove(chosen.track().source());
    if (chosen.family().filter(missingFamilies::remove).isPresent()) {
      familiesToGo--;
    }
  }

  /** Returns whether there is still room for the artist of a candidate. */
  boolean hasRoomFor(Candidate candidate) {
    return artists.getOrDefault(candidate.artistKey(), 0) < TRACKS_OF_AN_ARTIST;
  }

  /** Returns whether all slots that are left are needed for what is missing. */
  boolean needAll(int slotsLeft) {
    return slotsLeft <= missingSources.size() + Math.max(0, familiesToGo);
  }

  /** Returns whether a candidate brings something that is missing. */
  boolean areHelpedBy(Candidate candidate) {
    return missingSources.contains(candidate.track().source())
        || (familiesToGo > 0 && candidate.family().filter(missingFamilies::contains).isPresent());
  }
}
