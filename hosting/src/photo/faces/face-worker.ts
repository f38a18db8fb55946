import { BlazeFace } from './blaze-face';
import type { Look, Sight } from './face-finder';

// Beside the page, so that the picture of the camera never stutters.

let eyes: BlazeFace | undefined;

self.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer | Look>) => {
  if (data instanceof ArrayBuffer) {
    eyes = new BlazeFace(data);
  } else {
    const sight: Sight = {
      number: data.number,
      faces: eyes?.look(data.pixels, data.leastScore) ?? [],
    };
    self.postMessage(sight);
  }
});
