/** Photos and personal files in Cloud Storage. */
package app.moodify.cloud.storage;
