/** Photos: what can be wrong with one, and the ports that read, keep and delete them. */
package app.moodify.core.photo;
