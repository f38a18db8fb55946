package app.moodify.stack.emulators;

import java.nio.file.Path;

/**
 * An emulator's program, found on this machine.
 *
 * @param jar the jar to run
 * @param origin where it comes from, for the person to read
 */
public record EmulatorArtifact(Path jar, String origin) {}
