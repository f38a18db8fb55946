/**
 * What every client of Google Cloud shares: settings, how one is opened, how an answer is awaited.
 */
package app.moodify.cloud.client;
