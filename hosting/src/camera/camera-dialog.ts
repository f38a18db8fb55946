import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { paintPhoto } from '../photo/prepare-photo';
import { LightElement } from '../shared/light-element';
import { backCloses } from './back-closes';
import {
  CameraError,
  cameraOf,
  closeCamera,
  listCameras,
  openCamera,
  whenAllowed,
  type CameraTrouble,
  type Facing,
} from './camera';
import './camera-dialog.css';
import { CLOSE } from './camera-icons';
import {
  cameraTitle,
  COUNTED,
  explanation,
  viewfinder,
  type CameraActions,
  type CameraState,
  type CameraView,
} from './camera-screens';
import { lookLive, type LiveHint } from './live-look';

const SECOND_MS = 1000;

/**
 * Takes a photo with the camera: preview as in a mirror, countdown, and a look at the photo before it
 * is used. Opens when it is put into the page. Fires `taken` with a {@link PreparedPhoto}, or
 * `instead` if the person would rather choose a file; and `closed` in any case, at the end.
 */
@customElement('camera-dialog')
export class CameraDialog extends LightElement implements CameraView {
  @state() state: CameraState = 'opening';
  @state() trouble: CameraTrouble = 'unknown';
  @state() facing: Facing = 'user';
  @state() stream: MediaStream | undefined;
  @state() left = COUNTED;
  @state() hint: LiveHint | undefined;
  @state() hasSeveral = false;
  @state() photo: CameraView['photo'];
  /** For screen readers: while a dialog is open they hear nothing of what lies behind it. */
  @state() private said = '';

  private video: HTMLVideoElement | undefined;
  private countdown: ReturnType<typeof setTimeout> | undefined;
  private looking = new AbortController();
  private readonly gone = new AbortController();
  private stepBack: (() => void) | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.release();
    this.gone.abort();
    this.stepBack?.();
  }

  protected override firstUpdated(): void {
    this.querySelector('dialog')?.showModal();
    this.stepBack = backCloses(() => {
      this.close();
    });
    document.addEventListener('visibilitychange', this.comeBack, { signal: this.gone.signal });
    void this.open();
  }

  protected override render() {
    return html`
      <dialog
        class="camera"
        aria-labelledby="camera-title"
        data-testid="camera"
        data-state=${this.state}
        @cancel=${this.cancel}
      >
        <header class="camera-top">
          <h2 id="camera-title">${cameraTitle(this)}</h2>
          <button
            class="round-button"
            type="button"
            aria-label=${text('camera.close')}
            title=${text('camera.close')}
            data-testid="camera-close"
            @click=${this.close}
          >
            ${CLOSE}
          </button>
        </header>
        <p class="visually-hidden" role="status" data-testid="camera-said">${this.said}</p>
        ${
          this.state === 'trouble'
            ? explanation(this, this.actions)
            : viewfinder(this, this.actions)
        }
      </dialog>
    `;
  }

  private readonly actions: CameraActions = {
    /** The picture is there when its first frame is: only then is there something to take. */
    connect: (element) => {
      this.video = element as HTMLVideoElement | undefined;
      this.video?.addEventListener('loadeddata', this.begin);
    },
    open: () => void this.open(),
    count: () => {
      this.state = 'counting';
      this.left = COUNTED;
      this.tick();
    },
    stopCounting: () => {
      clearTimeout(this.countdown);
      this.state = 'live';
    },
    turn: () => {
      this.facing = this.facing === 'user' ? 'environment' : 'user';
      void this.open(this.stream && cameraOf(this.stream));
    },
    use: () => {
      if (this.photo) {
        this.emit('taken', this.photo.prepared);
      }
      this.close();
    },
    chooseInstead: () => {
      this.emit('instead');
      this.close();
    },
  };

  /** @param unwanted the camera that the person turns away from */
  private async open(unwanted?: string): Promise<void> {
    this.release();
    this.state = 'opening';
    try {
      const stream = await this.choose(unwanted);
      if (this.gone.signal.aborted) {
        closeCamera(stream);
        return;
      }
      this.stream = stream;
      stream.getVideoTracks()[0]?.addEventListener('ended', () => {
        this.explain('ended');
      });
      this.hasSeveral = (await listCameras()).length > 1;
    } catch (error) {
      this.explain(error instanceof CameraError ? error.trouble : 'unknown', error);
    }
  }

  private async choose(unwanted: string | undefined): Promise<MediaStream> {
    const { facing } = this;
    const stream = await openCamera({ facing });
    if (unwanted === undefined || cameraOf(stream) !== unwanted) {
      return stream;
    }
    // None looks the other way by its own account, so the next one in the list it is.
    const cameras = await listCameras();
    const deviceId = cameras[(cameras.indexOf(unwanted) + 1) % cameras.length];
    closeCamera(stream);
    return openCamera({ facing, ...(deviceId !== undefined && { deviceId }) });
  }

  private readonly begin = () => {
    if (this.state !== 'opening' || !this.video) {
      return;
    }
    this.state = 'live';
    this.said = text('camera.ready');
    void this.focusOn('camera-shutter');
    this.looking = new AbortController();
    const { signal } = this.looking;
    const tell = (hint: LiveHint | undefined) => {
      this.hint = hint;
    };
    lookLive(this.video, tell, signal).catch((error: unknown) => {
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
    this.trouble = trouble;
    this.state = 'trouble';
    void this.focusOn('camera-instead');
    void whenAllowed(() => {
      if (this.state === 'trouble') {
        void this.open();
      }
    }, this.gone.signal);
  }

  private tick(): void {
    this.said = String(this.left);
    this.countdown = setTimeout(() => {
      this.left -= 1;
      if (this.left > 0) {
        this.tick();
      } else {
        this.capture().catch((error: unknown) => {
          this.explain('unknown', error);
        });
      }
    }, SECOND_MS);
  }

  private async capture(): Promise<void> {
    const { video } = this;
    if (!video) {
      return;
    }
    this.state = 'taking';
    video.pause();
    // Not mirrored: the photo shows what was there.
    const prepared = await paintPhoto(video, {
      width: video.videoWidth,
      height: video.videoHeight,
    });
    if (this.gone.signal.aborted || !this.isTaking) {
      return;
    }
    if (!prepared) {
      this.explain('unknown');
      return;
    }
    this.release();
    this.photo = { prepared, url: URL.createObjectURL(prepared.blob) };
    this.state = 'review';
    const { advice } = prepared;
    this.said = text('camera.taken');
    await this.focusOn(advice ? 'camera-retake' : 'camera-use');
  }

  /** Asked anew after a wait, in which anything may have happened. */
  private get isTaking(): boolean {
    return this.state === 'taking';
  }

  private cancel(event: Event) {
    // By Escape: the element around this one takes the dialog away.
    event.preventDefault();
    this.close();
  }

  private close() {
    this.release();
    this.emit('closed');
  }

  /** A phone takes the camera away from a page that is not looked at. */
  private readonly comeBack = () => {
    const isLost = this.stream?.getVideoTracks().some(({ readyState }) => readyState === 'ended');
    if (!document.hidden && this.state === 'live' && isLost) {
      void this.open();
    }
  };

  /** Lets go of the camera and of the photo. */
  private release(): void {
    clearTimeout(this.countdown);
    this.looking.abort();
    closeCamera(this.stream);
    this.stream = undefined;
    this.hint = undefined;
    if (this.photo) {
      URL.revokeObjectURL(this.photo.url);
      this.photo = undefined;
    }
  }

  private async focusOn(id: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(`[data-testid=${id}]`)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'camera-dialog': CameraDialog;
  }
}
