package app.moodify.core.person;

import java.time.Instant;

/**
 * How a person who sent an ID token signed in.
 *
 * @param uid the person, as Firebase Authentication names them
 * @param anonymous whether they tried Moodify without an account
 * @param at when they last proved who they are; renewing a token does not change it
 */
public record SignIn(String uid, boolean anonymous, Instant at) {}
