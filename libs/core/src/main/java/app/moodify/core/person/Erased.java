package app.moodify.core.person;

/**
 * What one call has deleted of a person.
 *
 * @param deleted how many documents or files; what others deleted meanwhile may be counted too
 * @param nothingLeft whether a look afterwards found none
 */
public record Erased(int deleted, boolean nothingLeft) {}
