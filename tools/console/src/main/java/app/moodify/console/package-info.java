/** What a command says while it works. */
package app.moodify.console;
