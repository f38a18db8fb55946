import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ref } from 'lit/directives/ref.js';
import { text } from '../messages/messages';
import type { Advice } from '../photo/advice';
import type { PreparedPhoto } from '../photo/prepare-photo';
import type { CameraTrouble, Facing } from './camera';
import { NO_CAMERA, OVAL, TURN } from './camera-icons';
import type { LiveHint } from './live-look';

/** How many seconds there are to put on a face. */
export const COUNTED = 3;

/** Where the camera stands; each has its own screen. */
export type CameraState = 'opening' | 'live' | 'counting' | 'taking' | 'review' | 'trouble';

/** What a screen of the camera shows. */
export interface CameraView {
  readonly state: CameraState;
  readonly trouble: CameraTrouble;
  readonly facing: Facing;
  readonly stream: MediaStream | undefined;
  /** Seconds left of the countdown. */
  readonly left: number;
  readonly hint: LiveHint | undefined;
  /** Whether there is another camera to turn to. */
  readonly hasSeveral: boolean;
  readonly photo: { readonly prepared: PreparedPhoto; readonly url: string } | undefined;
}

/** What its buttons do. */
export interface CameraActions {
  readonly connect: (video: Element | undefined) => void;
  readonly open: () => void;
  readonly count: () => void;
  readonly stopCounting: () => void;
  readonly turn: () => void;
  readonly use: () => void;
  readonly chooseInstead: () => void;
}

/** The title of the screen. */
export function cameraTitle({ state, trouble }: CameraView): string {
  switch (state) {
    case 'review':
      return text('camera.title.review');
    case 'trouble':
      return text(`camera.title.${trouble}`);
    default:
      return text('camera.title');
  }
}

/** The picture of the camera, or the photo it took, and what there is to press. */
export function viewfinder(view: CameraView, actions: CameraActions): TemplateResult {
  const { state, photo } = view;
  const isReview = state === 'review' && photo;
  return html`
    <div class="camera-picture" ?data-mirrored=${view.facing === 'user' && !isReview}>
      ${
        isReview
          ? html`<img src=${photo.url} alt=${text('camera.photo')} data-testid="camera-photo" />`
          : preview(view, actions)
      }
      ${isReview ? advice(photo.prepared) : liveHint(view)}
    </div>
    <div class="camera-controls">${isReview ? decision(actions) : shutter(view, actions)}</div>
  `;
}

/** Why there is no picture, and what to do about it. */
export function explanation({ trouble }: CameraView, actions: CameraActions): TemplateResult {
  return html`
    <div class="camera-trouble" role="alert" data-testid="camera-error" data-trouble=${trouble}>
      ${NO_CAMERA}
      <p>${text(`camera.help.${trouble}`)}</p>
    </div>
    <div class="camera-controls">
      ${
        trouble === 'unsupported'
          ? nothing
          : html`<button
              class="button"
              type="button"
              data-testid="camera-try-again"
              @click=${actions.open}
            >
              ${text('trouble.retry')}
            </button>`
      }
      <button
        class="button primary"
        type="button"
        data-testid="camera-instead"
        @click=${actions.chooseInstead}
      >
        ${text('camera.instead')}
      </button>
    </div>
  `;
}

function preview({ state, stream, left }: CameraView, { connect }: CameraActions) {
  return html`
    <video
      ${ref(connect)}
      .srcObject=${
        // Lit sets an object anew with each rendering, and a video begins anew with each setting: black.
        guard([stream], () => stream ?? null)
      }
      playsinline
      autoplay
      .muted=${true}
      aria-label=${text('camera.preview')}
      data-testid="camera-video"
    ></video>
    ${
      state === 'opening'
        ? html`<p class="camera-opening" role="status">${text('camera.opening')}</p>`
        : OVAL
    }
    ${
      state === 'counting'
        ? html`<span class="camera-count" aria-hidden="true" data-testid="camera-countdown"
            >${left}</span
          >`
        : nothing
    }
  `;
}

function liveHint({ state, hint: seen }: CameraView) {
  // While it counts there is something else to look at.
  const hint = state === 'counting' ? undefined : seen;
  return html`
    <p class="camera-hint" role="status" data-testid="camera-hint" data-hint=${hint ?? 'none'}>
      ${hint ? text(`camera.hint.${hint}`) : nothing}
    </p>
  `;
}

/** What the photo that was taken is like: judged by itself, not by what the camera saw before. */
export type Judgement = 'good' | 'no-face' | 'unknown' | Advice;

/** Judges a photo. Where no face could be looked for, nobody says that it looks good. */
export function judgementOf({ advice, hasFace }: PreparedPhoto): Judgement {
  if (advice) {
    return advice;
  }
  return hasFace === undefined ? 'unknown' : hasFace ? 'good' : 'no-face';
}

function advice(photo: PreparedPhoto) {
  const judgement = judgementOf(photo);
  return html`
    <p class="camera-hint" role="status" data-testid="camera-hint" data-hint=${judgement}>
      ${judgementText(judgement)}
    </p>
  `;
}

function judgementText(judgement: Judgement): string {
  switch (judgement) {
    case 'good':
      return text('camera.looks-good');
    case 'no-face':
    case 'unknown':
      return text(`camera.review.${judgement}`);
    default:
      return text(`advice.title.${judgement}`);
  }
}

function shutter({ state, hasSeveral }: CameraView, actions: CameraActions) {
  const isCounting = state === 'counting';
  return html`
    <span></span>
    <button
      class="shutter"
      type="button"
      aria-label=${text(isCounting ? 'camera.stop' : 'camera.shutter')}
      data-testid="camera-shutter"
      ?disabled=${state === 'opening' || state === 'taking'}
      ?data-counting=${isCounting}
      @click=${isCounting ? actions.stopCounting : actions.count}
    ></button>
    ${hasSeveral && !isCounting ? turnButton(actions) : html`<span></span>`}
    <p class="camera-explained">
      ${text(isCounting ? 'camera.counting' : 'camera.explained', { count: String(COUNTED) })}
    </p>
  `;
}

function turnButton({ turn }: CameraActions) {
  return html`
    <button
      class="round-button"
      type="button"
      aria-label=${text('camera.switch')}
      title=${text('camera.switch')}
      data-testid="camera-switch"
      @click=${turn}
    >
      ${TURN}
    </button>
  `;
}

function decision({ open, use }: CameraActions) {
  return html`
    <button class="button" type="button" data-testid="camera-retake" @click=${open}>
      ${text('camera.retake')}
    </button>
    <button class="button primary" type="button" data-testid="camera-use" @click=${use}>
      ${text('camera.use')}
    </button>
  `;
}
