package app.moodify.stack.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmulatorArtifactsTest {

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final List<String> downloads = new ArrayList<>();
  private Optional<Path> cloudCli = Optional.empty();

  @BeforeEach
  void firebaseTools() throws IOException {
    file(
        "firebase-tools/lib/emulator/downloadableEmulatorInfo.json",
        """
        {"firestore":{"downloadPathRelativeToCacheDir":"cloud-firestore-emulator-v2.jar"},
         "storage":{"downloadPathRelativeToCacheDir":"cloud-storage-rules-runtime-v1.jar"},
         "pubsub":{"downloadPathRelativeToCacheDir":"pubsub-emulator-1.zip",
          "binaryPathRelativeToCacheDir":"pubsub-emulator-1/pubsub-emulator/bin/cloud-pubsub-emulator"}}
        """);
    environment.put("FIREBASE_EMULATORS_PATH", folder.resolve("cache").toString());
  }

  @Test
  void aVariableComesFirst() throws Exception {
    Path named = file("my.jar", "x");
    cloudCli = Optional.of(installedCloudCli());
    environment.put("MOODIFY_FIRESTORE_EMULATOR", named.toString());

    EmulatorArtifact firestore = artifacts().firestore();

    assertThat(firestore).isEqualTo(new EmulatorArtifact(named, "MOODIFY_FIRESTORE_EMULATOR"));
  }

  @Test
  void aVariableThatNamesNothingIsReportedAndNotPassedOver() {
    environment.put("MOODIFY_PUBSUB_EMULATOR", "/no/such/place");

    assertThatThrownBy(artifacts()::pubSub)
        .isInstanceOf(EmulatorNotFoundException.class)
        .hasMessageContaining("MOODIFY_PUBSUB_EMULATOR")
        .hasMessageContaining("/no/such/place");
  }

  @Test
  void theCloudCliComesBeforeADownload() throws Exception {
    Path root = installedCloudCli();
    cloudCli = Optional.of(root);

    assertThat(artifacts().pubSub().jar())
        .isEqualTo(root.resolve("platform/pubsub-emulator/lib/pubsub-all.jar"));
    assertThat(artifacts().storageRules().origin()).isEqualTo("the Google Cloud CLI");
    assertThat(downloads).isEmpty();
  }

  @Test
  void anEmulatorIsDownloadedOnce() throws Exception {
    assertThat(artifacts().firestore().origin()).isEqualTo("firebase-tools' download");
    assertThat(artifacts().firestore().jar()).hasFileName("cloud-firestore-emulator-v2.jar");

    assertThat(downloads).containsExactly("firestore");
  }

  @Test
  void thePubSubDownloadsJarLiesBesideItsScript() throws Exception {
    file("cache/pubsub-emulator-1/pubsub-emulator/lib/pubsub.jar", "x");

    assertThat(artifacts().pubSub().jar()).hasFileName("pubsub.jar");
  }

  @Test
  void whatCannotBeHadIsReportedWithAWayOut() {
    assertThatThrownBy(artifacts()::storageRules)
        .isInstanceOf(EmulatorNotFoundException.class)
        .hasMessageContaining("no network")
        .hasMessageContaining("MOODIFY_STORAGE_RULES");
  }

  @Test
  void theCloudCliIsFoundByTheRealPlaceOfItsProgram() throws IOException {
    Path root = installedCloudCli();
    Path program = file("cli/bin/gcloud", "#!/bin/sh\nexit 1\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("gcloud"), program);

    assertThat(CloudCli.root(Map.of("PATH", "/nowhere:" + bin))).contains(root.toRealPath());
  }

  private EmulatorArtifacts artifacts() {
    return new EmulatorArtifacts(
        environment, folder.resolve("firebase-tools"), this::download, () -> cloudCli);
  }

  private void download(String emulator) throws IOException {
    downloads.add(emulator);
    if (!emulator.equals("firestore")) {
      throw new IOException("no network");
    }
    file("cache/cloud-firestore-emulator-v2.jar", "x");
  }

  private Path installedCloudCli() throws IOException {
    file("cli/platform/cloud-firestore-emulator/cloud-firestore-emulator.jar", "x");
    file("cli/platform/pubsub-emulator/lib/pubsub-all.jar", "x");
    return folder.resolve("cli");
  }

  private Path file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }
}
