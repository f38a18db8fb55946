/**
 * What the functions tell of their work: lines of log in the form that Cloud Logging reads, one
 * trace from an upload to its playlist where an exporter is configured, and the figures that
 * metrics are made of. Knows nothing of moods and music, and tells nothing of persons.
 */
package app.moodify.telemetry;
