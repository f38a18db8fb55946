/** The stores in Firestore, and the shape of each document. */
package app.moodify.cloud.firestore;
