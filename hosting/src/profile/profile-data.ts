import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../account/confirm-identity';
import type { ConfirmIdentity } from '../account/confirm-identity';
import { ApiError, apiOf, apiTrouble } from '../firebase/api';
import { troubleMessage } from '../firebase/trouble';
import { text, type MessageKey } from '../messages/messages';
import type { Session } from '../session/session';
import { announce } from '../shared/announcer';
import { LightDomElement } from '../shared/light-dom-element';
import './delete-account';
import type { DeleteAccount } from './delete-account';
import { CutFileError, download, saveWhole } from './download';
import { ExportGoneError, exportIdOf, readStoredExport } from './stored-export';

/** What a person may do with all that Moodify knows of them: take it along, or have it deleted. */
@customElement('profile-data')
export class ProfileData extends LightDomElement {
  @property({ attribute: false }) session!: Session;

  /** How many bytes have come, while they do. */
  @state() private received: number | undefined;
  /** Whether the file is made in the background. */
  @state() private isWaiting = false;
  @state() private trouble: MessageKey | undefined;

  @query('delete-account') private deletion!: DeleteAccount;
  @query('.profile-section > confirm-identity') private identity!: ConfirmIdentity;

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
          <p class="soft" role="status" data-testid="download-waiting">
            ${this.isWaiting ? text('profile.download.waiting') : nothing}
          </p>
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
        <confirm-identity .account=${this.session.account}></confirm-identity>
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
      const response = await this.ask();
      if (response) {
        await this.save(response);
        announce(text('profile.download.done'));
      }
    } catch (error) {
      console.warn('The data could not be downloaded', error);
      this.trouble = downloadTrouble(error);
    }
    this.isWaiting = false;
    this.received = undefined;
  }

  /** Asks for the data, and once more if the person has to show first that it is them; nothing if not. */
  private async ask(): Promise<Response | undefined> {
    const api = apiOf(this.session.project);
    try {
      return await api.send('GET', 'export');
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'reauthentication_required') {
        throw error;
      }
      return (await this.identity.ask()) ? api.send('GET', 'export') : undefined;
    }
  }

  private async save(response: Response): Promise<void> {
    const exportId = await exportIdOf(response);
    if (exportId === undefined) {
      await download(response, (bytes) => {
        this.received = bytes;
      });
    } else {
      this.isWaiting = true;
      await saveWhole(await readStoredExport(this.session, exportId));
    }
  }
}

function downloadTrouble(error: unknown): MessageKey {
  if (error instanceof CutFileError) {
    return 'profile.download.cut';
  }
  if (error instanceof ExportGoneError) {
    return 'profile.download.gone';
  }
  return error instanceof ApiError ? apiTrouble(error) : troubleMessage(error);
}

declare global {
  interface HTMLElementTagNameMap {
    'profile-data': ProfileData;
  }
}
