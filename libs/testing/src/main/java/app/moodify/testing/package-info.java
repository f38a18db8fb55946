/**
 * What tests share: fakes that work in memory, recorders that note what happens, and the official
 * emulators.
 */
package app.moodify.testing;
