/**
 * The words of the domain and nothing else: values, and the ports through which the other modules
 * are reached. Depends on nothing.
 */
package app.moodify.core;
