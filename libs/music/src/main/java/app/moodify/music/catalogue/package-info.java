/**
 * What the catalogues on the network have in common: how they are asked, what happens when they do
 * not answer, what is kept of their answers.
 */
package app.moodify.music.catalogue;
