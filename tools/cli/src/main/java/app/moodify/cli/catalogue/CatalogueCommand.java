package app.moodify.cli.catalogue;

import picocli.CommandLine.Command;

/** {@code moodify catalogue}: what can be done with songs of one's own. */
@Command(
    name = "catalogue",
    description = "Songs of your own, as a catalogue beside the others.",
    mixinStandardHelpOptions = true,
    subcommands = ImportCommand.class)
public final class CatalogueCommand {}
