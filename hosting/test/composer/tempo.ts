/** How far the search goes to either side of the expected tempo: less than to the next metrical level. */
const REACH = 1.28;

/** How fine the search is, in beats per minute. */
const STEP = 0.1;

/** Beats, eighths and sixteenths all speak for a tempo. */
const LEVELS = [1, 2, 4];

/**
 * Finds the tempo of a piece by what is heard: the one whose beats, halves and quarters of beats fall
 * together best with the onsets (a Fourier tempogram over the whole piece; Grosche and Mueller 2011,
 * "Extracting predominant local pulse information from music recordings", IEEE TASLP 19(6)). What is
 * a beat and what is half of one is a matter of taste, so the search stays near the expected tempo.
 *
 * @param onsets how much begins in each hundredth of a second
 * @param expected in beats per minute; the answer lies within a factor of 1.28 of it
 */
export function estimateTempo(onsets: readonly number[], expected: number): number {
  const mean = onsets.reduce((sum, onset) => sum + onset, 0) / onsets.length;
  const centred = onsets.map((onset) => onset - mean);
  let best = { tempo: 0, strength: -1 };
  for (let tempo = expected / REACH; tempo <= expected * REACH; tempo += STEP) {
    const strength = LEVELS.reduce((sum, level) => sum + pulse(centred, level * tempo), 0);
    if (strength > best.strength) {
      best = { tempo, strength };
    }
  }
  return best.tempo;
}

/** How strongly onsets come at a rate a minute: the size of one Fourier coefficient. */
function pulse(onsets: readonly number[], rate: number): number {
  const angle = (2 * Math.PI * rate) / 60 / 100;
  // Goertzel's recurrence, which needs no sine for every onset.
  const turn = 2 * Math.cos(angle);
  let last = 0;
  let beforeLast = 0;
  for (const onset of onsets) {
    const next = onset + turn * last - beforeLast;
    beforeLast = last;
    last = next;
  }
  return Math.sqrt(last * last + beforeLast * beforeLast - turn * last * beforeLast);
}
