import { text } from '../messages/messages';
import { isCanvasFaithful } from '../photo/canvas-check';
import { paintPhoto, type PreparedPhoto } from '../photo/prepare-photo';
import {
  CameraError,
  cameraOf,
  closeCamera,
  listCameras,
  openCameraBut,
  whenAllowed,
  type CameraTrouble,
} from './camera';
import { COUNTED, judgementOf, type CameraView } from './camera-screens';
import { Countdown } from './countdown';
import { lookLive } from './live-look';
import { realFrame } from './real-frame';

/** Where a {@link CameraSession} is shown. */
export interface CameraStage {
  show(view: CameraView): void;
  /** To screen readers. */
  say(words: string): void;
  /** Once what was shown last is there. */
  focusOn(testId: string): Promise<void>;
}

/** From the opening of a camera to a photo, or to the reason why there is none. */
export class CameraSession {
  private view: CameraView = {
    state: 'opening',
    trouble: 'unknown',
    facing: 'user',
    stream: undefined,
    left: COUNTED,
    hint: undefined,
    hasSeveral: false,
    photo: undefined,
  };
  private video: HTMLVideoElement | undefined;
  private readonly countdown = new Countdown();
  private looking = new AbortController();
  private readonly closed = new AbortController();

  constructor(private readonly stage: CameraStage) {
    document.addEventListener('visibilitychange', this.comeBack, { signal: this.closed.signal });
  }

  /** Opens the camera, or opens it anew. */
  open(): Promise<void> {
    return this.openBut(undefined);
  }

  /** Opens the other camera. */
  async turn(): Promise<void> {
    const { facing, stream } = this.view;
    this.change({ facing: facing === 'user' ? 'environment' : 'user' });
    await this.openBut(stream && cameraOf(stream));
  }

  /** The picture is there when its first frame is: only then is there something to take. */
  connect(video: HTMLVideoElement | undefined): void {
    this.video = video;
    video?.addEventListener('loadeddata', this.begin);
  }

  /** Takes the photo once it has counted down. */
  count(): void {
    this.change({ state: 'counting' });
    this.countdown.start(
      COUNTED,
      (left) => {
        this.change({ left });
        this.stage.say(String(left));
      },
      () => {
        this.capture().catch((error: unknown) => {
          this.explain('unknown', error);
        });
      },
    );
  }

  stopCounting(): void {
    this.countdown.stop();
    this.change({ state: 'live' });
  }

  /** Ends for good. */
  close(): void {
    this.release();
    this.closed.abort();
  }

  private change(news: Partial<CameraView>): void {
    this.view = { ...this.view, ...news };
    this.stage.show(this.view);
  }

  /** @param unwanted the camera that the person turns away from */
  private async openBut(unwanted: string | undefined): Promise<void> {
    this.release();
    this.change({ state: 'opening' });
    try {
      if (!(await isCanvasFaithful())) {
        throw new CameraError('noise');
      }
      const stream = await openCameraBut(unwanted, this.view.facing);
      if (this.closed.signal.aborted) {
        closeCamera(stream);
        return;
      }
      this.change({ stream });
      stream.getVideoTracks()[0]?.addEventListener('ended', () => {
        this.explain('ended');
      });
      this.change({ hasSeveral: (await listCameras()).length > 1 });
    } catch (error) {
      this.explain(error instanceof CameraError ? error.trouble : 'unknown', error);
    }
  }

  private readonly begin = () => {
    if (this.view.state !== 'opening' || !this.video) {
      return;
    }
    this.change({ state: 'live' });
    this.stage.say(text('camera.ready'));
    void this.stage.focusOn('camera-shutter');
    this.looking = new AbortController();
    const { signal } = this.looking;
    const report = (hint: CameraView['hint']) => {
      this.change({ hint });
    };
    lookLive(this.video, report, signal).catch((error: unknown) => {
      if (!signal.aborted) {
        console.warn('No advice for the camera', error);
      }
    });
  };

  private explain(trouble: CameraTrouble, cause?: unknown): void {
    if (trouble === 'unknown') {
      console.warn('The camera could not be opened', cause);
    }
    this.release();
    this.change({ trouble, state: 'trouble' });
    void this.stage.focusOn('camera-instead');
    void whenAllowed(() => {
      if (this.view.state === 'trouble') {
        void this.open();
      }
    }, this.closed.signal);
  }

  private async capture(): Promise<void> {
    const { video } = this;
    if (!video) {
      return;
    }
    this.change({ state: 'taking' });
    const isShown = await realFrame(video, this.closed.signal);
    if (!this.isTaking()) {
      return;
    }
    // Not mirrored: the photo shows what was there. It is painted before the picture is held: what a
    // camera's video shows once it is paused may be black.
    const painted = isShown
      ? paintPhoto(video, { width: video.videoWidth, height: video.videoHeight })
      : undefined;
    video.pause();
    const prepared = await painted;
    if (!this.isTaking()) {
      return;
    }
    if (prepared) {
      await this.review(prepared);
    } else {
      this.explain('unknown');
    }
  }

  /** Whether the photo is still wanted, after something was waited for. */
  private isTaking(): boolean {
    return !this.closed.signal.aborted && this.view.state === 'taking';
  }

  private async review(prepared: PreparedPhoto): Promise<void> {
    this.release();
    const photo = { prepared, url: URL.createObjectURL(prepared.blob) };
    this.change({ photo, state: 'review' });
    this.stage.say(text('camera.taken'));
    const isFine = ['good', 'unknown'].includes(judgementOf(prepared));
    await this.stage.focusOn(isFine ? 'camera-use' : 'camera-retake');
  }

  /** A phone takes the camera away from a page that is not looked at. */
  private readonly comeBack = () => {
    const { state, stream } = this.view;
    const isLost = stream?.getVideoTracks().some(({ readyState }) => readyState === 'ended');
    if (!document.hidden && state === 'live' && isLost) {
      void this.open();
    }
  };

  /** Lets go of the camera and of the photo. */
  private release(): void {
    const { stream, photo } = this.view;
    this.countdown.stop();
    this.looking.abort();
    closeCamera(stream);
    if (photo) {
      URL.revokeObjectURL(photo.url);
    }
    this.change({ stream: undefined, hint: undefined, photo: undefined });
  }
}
