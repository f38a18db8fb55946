/** Measures what a person waits for, and what it takes, against Moodify's bars. */
package app.moodify.stack.bench;
