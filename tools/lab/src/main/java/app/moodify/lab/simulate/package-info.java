/**
 * Measures the choice of music without people: a composed catalogue in the shape of the real ones,
 * composed listeners with tastes of their own, and the lists of the projects Moodify grew from.
 */
package app.moodify.lab.simulate;
