/** A person's right to their data: all of it handed over, and all of it erased. */
package app.moodify.privacy;
