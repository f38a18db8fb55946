/**
 * Measures the choice of music without people: a synthetic catalogue in the shape of the real ones,
 * synthetic listeners with hidden tastes, and simpler methods as baselines.
 */
package app.moodify.lab.simulate;
