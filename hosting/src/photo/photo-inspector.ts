import type { Look } from './advice';
import { measureExposure, SAMPLES, shareOf } from './exposure';
import type { Face, FaceFinder, Scene } from './faces/face-finder';

/** A face is looked for this long before a photo is sent, in milliseconds. */
const BUDGET_MS = 1500;
/**
 * And this long at most is waited for what is needed for it: on a slow network the photo itself has
 * arrived sooner than the net, and no advice is worth that wait.
 */
const LONGEST_MS = 6000;

/** Looks at pictures on the person's own device, before anything is sent. */
export class PhotoInspector {
  private readonly pen = document
    .createElement('canvas')
    .getContext('2d', { willReadFrequently: true });
  private finder: Promise<FaceFinder | undefined> | undefined;

  /** Looks once, as fast as it can: for the camera. Says too whether a face is in the picture. */
  async glance(scene: Scene): Promise<Look & { readonly face: boolean | undefined }> {
    const finder = await this.open();
    const face = await finder?.glance(scene);
    // A finder that did not load says nothing about faces.
    return { ...this.lookAt(scene, face), face: finder && face !== undefined };
  }

  /** Looks closely, for a second or so: for a photo that is about to be sent. */
  async study(scene: Scene): Promise<Look> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => {
        resolve(undefined);
      }, LONGEST_MS);
    });
    const face = await Promise.race([this.search(scene), late]);
    clearTimeout(timer);
    return this.lookAt(scene, face);
  }

  private async search(scene: Scene): Promise<Face | undefined> {
    const finder = await this.open();
    try {
      return await finder?.search(scene, BUDGET_MS);
    } catch (error) {
      this.doWithout(error);
      return undefined;
    }
  }

  private lookAt({ picture, width, height }: Scene, face: Face | undefined): Look {
    if (!this.pen) {
      return { exposure: { highlights: 255 } };
    }
    this.pen.canvas.width = SAMPLES;
    this.pen.canvas.height = SAMPLES;
    this.pen.drawImage(picture, 0, 0, SAMPLES, SAMPLES);
    const { data } = this.pen.getImageData(0, 0, SAMPLES, SAMPLES);
    const exposure = measureExposure(data, face && shareOf(face, { width, height }));
    return face ? { exposure, faceSide: Math.max(face.width, face.height) } : { exposure };
  }

  /** The code and the net are fetched once, when the first picture is looked at. */
  private open(): Promise<FaceFinder | undefined> {
    this.finder ??= import('./faces/face-finder')
      .then(({ FaceFinder }) => FaceFinder.open())
      .catch((error: unknown) => {
        this.doWithout(error);
        return undefined;
      });
    return this.finder;
  }

  /** Advice is a courtesy: without it the photo goes its way. The next one is tried anew. */
  private doWithout(error: unknown): void {
    console.warn('No face is looked for before the upload', error);
    this.finder = undefined;
  }
}

/** One for the whole page, so that the net is fetched once. */
export const photoInspector = new PhotoInspector();
