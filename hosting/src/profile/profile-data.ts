import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { apiOf, apiTrouble } from '../firebase/api';
import { text, type MessageKey } from '../messages/messages';
import type { Session } from '../session/session';
import { announce } from '../shared/announcer';
import { LightDomElement } from '../shared/light-dom-element';
import './delete-account';
import type { DeleteAccount } from './delete-account';
import { download } from './download';

/** What a person may do with all that Moodify knows of them: take it along, or have it deleted. */
@customElement('profile-data')
export class ProfileData extends LightDomElement {
  @property({ attribute: false }) session!: Session;

  /** How many bytes have come, while they do. */
  @state() private received: number | undefined;
  @state() private trouble: MessageKey | undefined;

  @query('delete-account') private deletion!: DeleteAccount;

  protected override render() {
    const isBusy = this.received !== undefined;
    return html`
      <section class="card profile-section" aria-labelledby="data-title">
        <h2 id="data-title">${text('profile.data')}</h2>
        <div class="profile-row">
          <h3>${text('profile.download')}</h3>
          <p class="soft">${text('profile.download.hint')}</p>
          <div class="profile-actions">
            <button
              type="button"
              class="button"
              data-testid="download-data"
              aria-busy=${isBusy}
              ?disabled=${isBusy}
              @click=${this.download}
            >
              ${isBusy ? this.progress() : text('profile.download.start')}
            </button>
          </div>
          <div role="alert">
            ${
              this.trouble
                ? html`<p class="trouble" data-testid="download-error">${text(this.trouble)}</p>`
                : nothing
            }
          </div>
        </div>
        <div class="profile-row">
          <h3>${text('profile.delete')}</h3>
          <p class="soft">${text('profile.delete.hint')}</p>
          <div class="profile-actions">
            <button
              type="button"
              class="button erase"
              data-testid="delete-account"
              @click=${() => {
                this.deletion.open();
              }}
            >
              ${text('profile.delete.start')}
            </button>
          </div>
        </div>
        <delete-account .session=${this.session}></delete-account>
      </section>
    `;
  }

  private progress() {
    const kilobytes = Math.round((this.received ?? 0) / 1024);
    return kilobytes > 0
      ? text('profile.download.received', { kilobytes: String(kilobytes) })
      : text('profile.download.collecting');
  }

  private async download() {
    this.trouble = undefined;
    this.received = 0;
    try {
      await download(await apiOf(this.session.project).send('GET', 'export'), (bytes) => {
        this.received = bytes;
      });
      announce(text('profile.download.done'));
    } catch (error) {
      console.warn('The data could not be downloaded', error);
      this.trouble = apiTrouble(error);
    }
    this.received = undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'profile-data': ProfileData;
  }
}
