/**
 * The pictures beside {@code metrics.json}, as SVG. Written by hand, since Java's own drawing, and
 * so every chart library on it, needs fonts that a server often does not have.
 */
package app.moodify.lab.evaluate.figures;
