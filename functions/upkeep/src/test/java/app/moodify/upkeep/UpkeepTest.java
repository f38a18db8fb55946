package app.moodify.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import app.moodify.testing.FunctionServer;
import app.moodify.upkeep.Upkeep.Job;
import com.google.cloud.firestore.FieldValue;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpkeepTest extends UpkeepInFramework {
  @Test
  void anEntryThatIsStuckForTenMinutesIsSentOnceMoreAndThenFails() throws Exception {
    mood("stuck", TEN_MINUTES_AGO.minusSeconds(1), 7);
    photos().put("photos/ada/stuck", 7, NOW);

    run(clock());
    assertThat(photos().sentAgain()).containsExactly("photos/ada/stuck");
    assertThat(fields("stuck")).contains(entry("status", "analyzing"), entry("retried", true));

    run(clock());
    assertThat(photos().sentAgain()).as("not before another ten minutes are over").hasSize(1);

    run(Clock.offset(clock(), Duration.ofMinutes(11)));
    assertThat(photos().sentAgain()).hasSize(1);
    assertThat(fields("stuck").get("status")).isEqualTo("failed");
    assertThat((Map<?, ?>) fields("stuck").get("error")).extracting("code").isEqualTo("stuck");
    assertThat(photos().paths()).isEmpty();
  }

  @Test
  void anEntryOfAMomentAgoAndOneWithItsVerdictAreLeftAlone() throws Exception {
    mood("fresh", TEN_MINUTES_AGO.plusSeconds(1), 7);
    mood("read", A_MONTH_AGO, 7);
    firestore().document("users/ada/moods/read").update("status", "ready").get();

    run(clock());

    assertThat(photos().sentAgain()).isEmpty();
    assertThat(fields("fresh")).doesNotContainKey("retried");
  }

  @Test
  void moreStuckEntriesThanABatchHasAreAllSentOnceMore() throws Exception {
    for (int i = 0; i < 120; i++) {
      mood("m" + i, A_MONTH_AGO, 7);
      photos().put("photos/ada/m" + i, 7, NOW);
    }

    run(clock());

    assertThat(photos().sentAgain()).hasSize(120).doesNotHaveDuplicates();
  }

  @Test
  void anEntryWithoutAFaceThatNobodyKeptGoesWithItsPhoto() throws Exception {
    unkept("over", NOW.minusSeconds(1));
    unkept("not-yet", NOW.plusSeconds(1));
    unkept("kept", NOW.minusSeconds(1));
    firestore().document("users/ada/moods/kept").update("expiresAt", FieldValue.delete()).get();
    for (String moodId : new String[] {"over", "not-yet", "kept"}) {
      photos().put("kept/ada/" + moodId, 8, NOW);
    }

    run(clock());

    assertThat(fields("over")).isNull();
    assertThat(fields("not-yet")).containsEntry("status", "no_face");
    assertThat(fields("kept")).containsEntry("status", "no_face");
    assertThat(photos().paths()).containsExactly("kept/ada/kept", "kept/ada/not-yet");
  }

  @Test
  void expiredAnswersOfCataloguesAndRateLimitsAreDeleted() throws Exception {
    for (int i = 0; i < 310; i++) {
      expiring("catalogueCache/old-" + i, NOW.minusSeconds(1));
    }
    expiring("rateLimits/old", NOW.minusSeconds(1));
    expiring("rateLimits/new", NOW.plusSeconds(1));
    expiring("catalogueCache/new", NOW.plusSeconds(1));

    run(clock());

    assertThat(firestore().collection("catalogueCache").get().get().getDocuments())
        .extracting(document -> document.getId())
        .containsExactly("new");
    assertThat(firestore().collection("rateLimits").get().get().getDocuments())
        .extracting(document -> document.getId())
        .containsExactly("new");
  }

  @Test
  void anonymousAccountsThatNobodySawForAMonthAreErased() throws Exception {
    accounts().add("a-abandoned", true, A_MONTH_AGO, A_MONTH_AGO);
    accounts().add("b-in-use", true, A_MONTH_AGO, NOW);
    accounts().add("c-new", true, NOW, NOW);
    accounts().add("d-with-a-password", false, A_MONTH_AGO, A_MONTH_AGO);
    accounts().add("e-abandoned", true, A_MONTH_AGO, A_MONTH_AGO);
    firestore().document("users/e-abandoned/moods/m").set(Map.of("status", "ready")).get();

    run(clock());

    assertThat(accounts().uids()).containsExactly("b-in-use", "c-new", "d-with-a-password");
    assertThat(cloud().personalDocuments().isEmpty("e-abandoned")).isTrue();
    assertThat(cloud().erasures().dueBefore(NOW.plusSeconds(1), 10)).isEmpty();
  }

  @Test
  void anErasureThatNobodyBroughtToItsEndIs() throws Exception {
    accounts().add("ada", false, A_MONTH_AGO, NOW);
    firestore().document("users/ada/moods/m").set(Map.of("status", "ready")).get();
    cloud().erasures().begin("ada", TEN_MINUTES_AGO);

    run(clock());

    assertThat(accounts().uids()).isEmpty();
    assertThat(cloud().personalDocuments().isEmpty("ada")).isTrue();
    assertThat(cloud().erasures().isOpen("ada")).as("tokens of hers may be good").isTrue();
  }

  @Test
  void whatCameBackAfterAnErasureGoesOnceNoTokenIsGoodAnyMore() throws Exception {
    cloud().erasures().begin("ada", NOW.minus(Duration.ofMinutes(20)));
    run(clock());
    firestore().document("users/ada/moods/late").set(Map.of("status", "ready")).get();

    run(Clock.offset(clock(), Duration.ofMinutes(30)));
    assertThat(cloud().personalDocuments().isEmpty("ada")).as("not looked at yet").isFalse();
    run(Clock.offset(clock(), Duration.ofMinutes(71)));

    assertThat(cloud().personalDocuments().isEmpty("ada")).isTrue();
    assertThat(cloud().erasures().isOpen("ada")).isFalse();
    assertThat(firestore().document("revocations/ada").get().get().exists()).isFalse();
  }

  @Test
  void aTombstoneStaysUntilNoTokenIsGoodEvenIfTheErasureTookLong() throws Exception {
    accounts().add("ada", false, A_MONTH_AGO, NOW);
    cloud().erasures().begin("ada", NOW.minus(Duration.ofHours(2)));

    run(clock());
    assertThat(accounts().uids()).isEmpty();
    assertThat(cloud().erasures().isOpen("ada")).as("her last token is new").isTrue();

    run(Clock.offset(clock(), Duration.ofMinutes(64)));
    assertThat(cloud().erasures().isOpen("ada")).isTrue();
    run(Clock.offset(clock(), Duration.ofMinutes(71)));
    assertThat(cloud().erasures().isOpen("ada")).isFalse();
  }

  @Test
  void aJobThatFailsIsTriedAgainAndKeepsNoOtherFromItsWork() {
    Map<String, Job> jobs = new LinkedHashMap<>();
    jobs.put(
        "broken",
        end -> {
          throw new IllegalStateException("The job fails");
        });
    boolean[] done = new boolean[1];
    jobs.put("sound", end -> String.valueOf(done[0] = true));

    try (FunctionServer server =
        FunctionServer.of(new Upkeep(jobs, id -> false, clock(), Duration.ofMinutes(1)))) {
      assertThat(server.send(SCHEDULED)).isEqualTo(500);
    }
    assertThat(done[0]).isTrue();
  }
}
