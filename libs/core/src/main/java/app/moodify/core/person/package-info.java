/** A person: their account, tokens, limits, and the ports to all that is kept of them. */
package app.moodify.core.person;
