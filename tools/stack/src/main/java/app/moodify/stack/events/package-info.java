/**
 * Takes events from the emulators, gives them the shape they have in production, and delivers them
 * to the functions as the platform does: at least once, with back-off, in any order.
 */
package app.moodify.stack.events;
