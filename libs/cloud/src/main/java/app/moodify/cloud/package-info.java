/** Firestore, Cloud Storage, Pub/Sub and Firebase Authentication behind the ports of core. */
package app.moodify.cloud;
