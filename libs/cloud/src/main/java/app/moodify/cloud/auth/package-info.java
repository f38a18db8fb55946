/** Accounts, ID tokens and App Check in Firebase. */
package app.moodify.cloud.auth;
