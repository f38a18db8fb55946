import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { LightDomElement } from '../shared/light-dom-element';
import { backCloses } from './back-closes';
import './camera-dialog.css';
import { CLOSE } from './camera-icons';
import {
  cameraTitle,
  explanation,
  viewfinder,
  type CameraActions,
  type CameraView,
} from './camera-screens';
import { CameraSession, type CameraStage } from './camera-session';

/**
 * Takes a photo with the camera: preview as in a mirror, countdown, and a look at the photo before it
 * is used. Opens when it is put into the page. Fires `taken` with a {@link PreparedPhoto}, or
 * `instead` if the person would rather choose a file; and `closed` in any case, at the end.
 */
@customElement('camera-dialog')
export class CameraDialog extends LightDomElement implements CameraStage {
  /** Shown by the session before anything is rendered. */
  @state() private view!: CameraView;
  /** While a dialog is open, screen readers hear nothing of what lies behind it. */
  @state() private said = '';

  private session!: CameraSession;
  private stepBack: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.session = new CameraSession(this);
    void this.session.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.session.close();
    this.stepBack?.();
  }

  show(view: CameraView): void {
    this.view = view;
  }

  say(words: string): void {
    this.said = words;
  }

  async focusOn(testId: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(`[data-testid=${testId}]`)?.focus();
  }

  protected override firstUpdated(): void {
    this.querySelector('dialog')?.showModal();
    this.stepBack = backCloses(() => {
      this.close();
    });
  }

  protected override render() {
    const { view } = this;
    return html`
      <dialog
        class="camera"
        aria-labelledby="camera-title"
        data-testid="camera"
        data-state=${view.state}
        @cancel=${this.cancel}
      >
        <header class="camera-top">
          <h2 id="camera-title">${cameraTitle(view)}</h2>
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
        ${view.state === 'trouble' ? explanation(view, this.actions) : viewfinder(view, this.actions)}
      </dialog>
    `;
  }

  private readonly actions: CameraActions = {
    connect: (element) => {
      this.session.connect(element as HTMLVideoElement | undefined);
    },
    open: () => void this.session.open(),
    count: () => {
      this.session.count();
    },
    stopCounting: () => {
      this.session.stopCounting();
    },
    turn: () => void this.session.turn(),
    use: () => {
      if (this.view.photo) {
        this.emit('taken', this.view.photo.prepared);
      }
      this.close();
    },
    chooseInstead: () => {
      this.emit('instead');
      this.close();
    },
  };

  private cancel(event: Event) {
    // By Escape: the element around this one takes the dialog away.
    event.preventDefault();
    this.close();
  }

  private close() {
    this.session.close();
    this.emit('closed');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'camera-dialog': CameraDialog;
  }
}
