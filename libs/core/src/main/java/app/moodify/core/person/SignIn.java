package app.moodify.core.person;

import java.time.Instant;

/**
 * How a person who sent an ID token signed in.
 *
 * @param uid the person, as Firebase Authentication names them
 * @param anonymous whether they tried Moodify without an account
 * @param at when they last proved who they are; renewing a token does not change it
 * @param issuedAt when the token was made, which takes the session that it is of
 */
public record SignIn(String uid, boolean anonymous, Instant at, Instant issuedAt) {}
