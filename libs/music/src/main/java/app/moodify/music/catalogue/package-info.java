/**
 * What the catalogues on the network have in common: requests within a time budget, retries and
 * circuit breakers, and the cache of their responses.
 */
package app.moodify.music.catalogue;
