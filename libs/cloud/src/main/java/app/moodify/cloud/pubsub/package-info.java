/** Mood events published to Pub/Sub. */
package app.moodify.cloud.pubsub;
