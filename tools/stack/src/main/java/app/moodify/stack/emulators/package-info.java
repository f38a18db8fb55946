/** Finds Google's emulators on this machine and makes them fit for firebase-tools. */
package app.moodify.stack.emulators;
