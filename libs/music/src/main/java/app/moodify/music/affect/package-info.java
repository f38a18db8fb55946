/**
 * From expressions and from catalogues' words to places in the plane of valence and arousal. All
 * figures are in one table, {@code affect.json}, each row with its source.
 */
package app.moodify.music.affect;
