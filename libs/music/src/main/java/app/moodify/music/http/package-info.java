/**
 * HTTP for catalogues: one client with limits, guarded against server-side request forgery (SSRF),
 * and JSON read field by field.
 */
package app.moodify.music.http;
