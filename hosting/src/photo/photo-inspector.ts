import type { Look } from './advice';
import { isCanvasFaithful } from './canvas-check';
import { ExposureMeter, shareOf, UNKNOWN } from './exposure';
import type { Face, FaceFinder, Scene } from './faces/face-finder';
import { SharpnessMeter } from './sharpness';

/** A face is looked for this long before a photo is sent, in milliseconds. */
const BUDGET_MS = 1500;
/**
 * And this long at most is waited for what is needed for it: on a slow network the photo itself has
 * arrived sooner than the net, and no advice is worth that wait.
 */
const LONGEST_MS = 6000;

/** The largest face, or none; nothing where none could be looked for. */
type Seen = Face | 'none' | undefined;

/** Looks at pictures on the person's own device, before anything is sent. */
class PhotoInspector {
  private readonly exposureMeter = new ExposureMeter();
  private readonly sharpnessMeter = new SharpnessMeter();
  private finder: Promise<FaceFinder | undefined> | undefined;

  /** Looks once, as fast as it can: for the camera. In a browser whose canvas answers noise, nothing is seen. */
  async glance(scene: Scene): Promise<Look> {
    if (!(await isCanvasFaithful())) {
      return { exposure: UNKNOWN };
    }
    const finder = await this.open();
    // A finder that did not load says nothing about faces.
    return this.lookAt(scene, finder && ((await finder.glance(scene)) ?? 'none'));
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

  private async search(scene: Scene): Promise<Seen> {
    const finder = await this.open();
    try {
      return finder && ((await finder.search(scene, BUDGET_MS)) ?? 'none');
    } catch (error) {
      this.doWithout(error);
      return undefined;
    }
  }

  private lookAt({ picture, width, height }: Scene, seen: Seen): Look {
    const face = seen === 'none' ? undefined : seen;
    const exposure = this.exposureMeter.measure(picture, face && shareOf(face, { width, height }));
    const sharpness = face && this.sharpnessMeter.measure(picture, face);
    return {
      exposure,
      ...(sharpness !== undefined && { sharpness }),
      ...(face && { faceSide: Math.max(face.width, face.height) }),
      ...(seen && { hasFace: face !== undefined }),
    };
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
