/**
 * What the functions report: lines of log in the form that Cloud Logging reads, one trace from an
 * upload to its playlist where an exporter is configured, and the numbers that metrics are made of.
 * Knows nothing of moods and music, and reports nothing about persons.
 */
package app.moodify.telemetry;
