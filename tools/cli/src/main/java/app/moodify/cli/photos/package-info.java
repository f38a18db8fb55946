/** The commands that use the vision code alone, without any cloud. */
package app.moodify.cli.photos;
