import { html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ref } from 'lit/directives/ref.js';
import { announce } from '../shared/announcer';
import { text } from '../messages/messages';
import { paintPhoto, type PreparedPhoto } from '../photo/prepare-photo';
import { LightElement } from '../shared/light-element';
import { backCloses } from './back-closes';
import {
  CameraError,
  closeCamera,
  countCameras,
  openCamera,
  whenAllowed,
  type CameraTrouble,
  type Facing,
} from './camera';
import './camera-dialog.css';
import { lookLive, type LiveHint } from './live-look';

/** How many seconds there are to put on a face. */
const COUNTED = 3;
const SECOND_MS = 1000;

type State = 'opening' | 'live' | 'counting' | 'taking' | 'review' | 'trouble';

/**
 * Takes a photo with the camera: preview as in a mirror, countdown, and a look at the photo before it
 * is used. Opens when it is put into the page. Fires `taken` with a {@link PreparedPhoto}, `instead`
 * if the person would rather choose a file, and `closed` in any case, at the end.
 */
@customElement('camera-dialog')
export class CameraDialog extends LightElement {
  @property({ attribute: false }) facing: Facing = 'user';

  @state() private state: State = 'opening';
  @state() private trouble: CameraTrouble = 'unknown';
  @state() private left = COUNTED;
  @state() private hint: LiveHint | undefined;
  @state() private hasSeveral = false;
  @state() private photo: { readonly prepared: PreparedPhoto; readonly url: string } | undefined;

  @state() private stream: MediaStream | undefined;
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
          <h2 id="camera-title">${text(this.heading())}</h2>
          <button
            class="round-button"
            type="button"
            aria-label=${text('camera.close')}
            title=${text('camera.close')}
            data-testid="camera-close"
            @click=${this.close}
          >
            ${ICONS.close}
          </button>
        </header>
        ${this.state === 'trouble' ? this.explanation() : this.viewfinder()}
      </dialog>
    `;
  }

  private heading() {
    switch (this.state) {
      case 'review':
        return 'camera.title.review' as const;
      case 'trouble':
        return `camera.title.${this.trouble}` as const;
      default:
        return 'camera.title' as const;
    }
  }

  private viewfinder() {
    const isReview = this.state === 'review' && this.photo;
    return html`
      <div class="camera-picture" ?data-mirrored=${this.facing === 'user' && !isReview}>
        ${
          isReview
            ? html`<img
                src=${isReview.url}
                alt=${text('camera.photo')}
                data-testid="camera-photo"
              />`
            : html`<video
                  ${ref(this.connect)}
                  .srcObject=${this.stream ?? null}
                  playsinline
                  autoplay
                  .muted=${true}
                  aria-label=${text('camera.preview')}
                  data-testid="camera-video"
                ></video>
                ${this.state === 'opening' ? nothing : OVAL}`
        }
        ${this.state === 'opening' ? this.opening() : nothing}
        ${
          this.state === 'counting'
            ? html`<span class="camera-count" aria-hidden="true" data-testid="camera-countdown"
                >${this.left}</span
              >`
            : nothing
        }
        ${isReview ? this.advice(isReview.prepared) : this.liveHint()}
      </div>
      <div class="camera-controls">${isReview ? this.decision() : this.shutter()}</div>
    `;
  }

  private opening() {
    return html`<p class="camera-opening" role="status">${text('camera.opening')}</p>`;
  }

  private liveHint() {
    // While it counts there is something else to look at.
    const hint = this.state === 'counting' ? undefined : this.hint;
    return html`
      <p class="camera-hint" role="status" data-testid="camera-hint" data-hint=${hint ?? 'none'}>
        ${hint ? text(`camera.hint.${hint}`) : nothing}
      </p>
    `;
  }

  private advice({ advice }: PreparedPhoto) {
    return html`
      <p class="camera-hint" role="status" data-testid="camera-hint" data-hint=${advice ?? 'good'}>
        ${text(advice ? `advice.title.${advice}` : 'camera.looks-good')}
      </p>
    `;
  }

  private shutter() {
    const isCounting = this.state === 'counting';
    return html`
      <span></span>
      <button
        class="shutter"
        type="button"
        aria-label=${text(isCounting ? 'camera.stop' : 'camera.shutter')}
        data-testid="camera-shutter"
        ?disabled=${this.state === 'opening' || this.state === 'taking'}
        ?data-counting=${isCounting}
        @click=${isCounting ? this.stopCounting : this.count}
      ></button>
      ${
        this.hasSeveral && !isCounting
          ? html`<button
              class="round-button"
              type="button"
              aria-label=${text('camera.switch')}
              title=${text('camera.switch')}
              data-testid="camera-switch"
              @click=${this.turn}
            >
              ${ICONS.turn}
            </button>`
          : html`<span></span>`
      }
      <p class="camera-explained">
        ${text(isCounting ? 'camera.counting' : 'camera.explained', { count: String(COUNTED) })}
      </p>
    `;
  }

  private decision() {
    return html`
      <button class="button" type="button" data-testid="camera-retake" @click=${this.retake}>
        ${text('camera.retake')}
      </button>
      <button class="button primary" type="button" data-testid="camera-use" @click=${this.use}>
        ${text('camera.use')}
      </button>
    `;
  }

  private explanation() {
    return html`
      <div
        class="camera-trouble"
        role="alert"
        data-testid="camera-error"
        data-trouble=${this.trouble}
      >
        ${ICONS.noCamera}
        <p>${text(`camera.help.${this.trouble}`)}</p>
      </div>
      <div class="camera-controls">
        ${
          this.trouble === 'unsupported'
            ? nothing
            : html`<button
                class="button"
                type="button"
                data-testid="camera-try-again"
                @click=${this.open}
              >
                ${text('trouble.retry')}
              </button>`
        }
        <button
          class="button primary"
          type="button"
          data-testid="camera-instead"
          @click=${this.chooseInstead}
        >
          ${text('camera.instead')}
        </button>
      </div>
    `;
  }

  private async open(): Promise<void> {
    this.release();
    this.state = 'opening';
    try {
      const stream = await openCamera(this.facing);
      if (this.gone.signal.aborted) {
        closeCamera(stream);
        return;
      }
      this.stream = stream;
      stream.getVideoTracks()[0]?.addEventListener('ended', () => {
        this.explain('ended');
      });
      this.hasSeveral = (await countCameras()) > 1;
    } catch (error) {
      this.explain(error instanceof CameraError ? error.trouble : 'unknown', error);
    }
  }

  /** The picture is there when its first frame is: only then is there something to take. */
  private readonly connect = (element: Element | undefined) => {
    this.video = element as HTMLVideoElement | undefined;
    this.video?.addEventListener('loadeddata', this.begin, { once: true });
  };

  private readonly begin = () => {
    if (this.state !== 'opening' || !this.video) {
      return;
    }
    this.state = 'live';
    announce(text('camera.ready'));
    void this.updateComplete.then(() => {
      this.focusOn('camera-shutter');
    });
    this.looking = new AbortController();
    void lookLive(
      this.video,
      (hint) => {
        this.hint = hint;
      },
      this.looking.signal,
    ).catch((error: unknown) => {
      if (!this.looking.signal.aborted) {
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
    void whenAllowed(() => {
      if (this.state === 'trouble') {
        void this.open();
      }
    }, this.gone.signal);
    void this.updateComplete.then(() => {
      this.focusOn('camera-instead');
    });
  }

  private count() {
    this.state = 'counting';
    this.left = COUNTED;
    this.tick();
  }

  private tick(): void {
    announce(String(this.left));
    this.countdown = setTimeout(() => {
      this.left -= 1;
      if (this.left > 0) {
        this.tick();
      } else {
        void this.capture();
      }
    }, SECOND_MS);
  }

  private stopCounting() {
    clearTimeout(this.countdown);
    this.state = 'live';
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
    announce([text('camera.taken'), advice ? text(`advice.title.${advice}`) : ''].join(' ').trim());
    await this.updateComplete;
    this.focusOn(advice ? 'camera-retake' : 'camera-use');
  }

  /** Asked anew after a wait, in which anything may have happened. */
  private get isTaking(): boolean {
    return this.state === 'taking';
  }

  private retake() {
    void this.open();
  }

  private turn() {
    this.facing = this.facing === 'user' ? 'environment' : 'user';
    void this.open();
  }

  private use() {
    if (this.photo) {
      this.emit('taken', this.photo.prepared);
    }
    this.close();
  }

  private chooseInstead() {
    this.emit('instead');
    this.close();
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

  private focusOn(id: string): void {
    this.querySelector<HTMLElement>(`[data-testid=${id}]`)?.focus();
  }
}

/** Where the face belongs. */
const OVAL = html`<svg class="camera-oval" viewBox="0 0 100 100" aria-hidden="true">
  <ellipse cx="50" cy="48" rx="24" ry="32" />
</svg>`;

const ICONS = {
  close: svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M6 6l12 12M18 6L6 18" />
  </svg>`,
  turn: svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M4 12a8 8 0 0 1 13.7-5.6L20 9M20 4v5h-5M20 12a8 8 0 0 1-13.7 5.6L4 15M4 20v-5h5" />
  </svg>`,
  noCamera: svg`<svg class="icon" viewBox="0 0 48 48" aria-hidden="true">
    <path d="M14 15h1l4-5h10l4 5h8v22h-5M30 37H7V15h1M4 6l40 36" />
    <path d="M19 21a7 7 0 0 0 10 9.5" />
  </svg>`,
};

declare global {
  interface HTMLElementTagNameMap {
    'camera-dialog': CameraDialog;
  }
}
