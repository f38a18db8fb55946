/**
 * What we use of Tone.js. Each part is loaded from its own file: the package's index opens the
 * machine's audio output and a worker from a blob as soon as it is loaded, which a strict
 * Content-Security-Policy refuses, and music that is rendered beforehand needs neither.
 */
// Gives every context its `destination`.
import 'tone/build/esm/core/context/Destination.js';

export { Panner } from 'tone/build/esm/component/channel/Panner.js';
export { Convolver } from 'tone/build/esm/component/filter/Convolver.js';
export { Filter } from 'tone/build/esm/component/filter/Filter.js';
export { Gain } from 'tone/build/esm/core/context/Gain.js';
export { setContext } from 'tone/build/esm/core/context/GlobalContext.js';
export { OfflineContext } from 'tone/build/esm/core/context/OfflineContext.js';
export { FeedbackDelay } from 'tone/build/esm/effect/FeedbackDelay.js';
export { ToneBufferSource } from 'tone/build/esm/source/buffer/ToneBufferSource.js';
