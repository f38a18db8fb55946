/** What a piece is made from. The same recipe gives the same piece. */
export interface Recipe {
  /** Where the piece's chance begins; any whole number. */
  readonly seed: number;
  /** How pleasant it is to sound, in [-1, 1]. */
  readonly valence: number;
  /** How lively it is to sound, in [-1, 1]. */
  readonly arousal: number;
}
