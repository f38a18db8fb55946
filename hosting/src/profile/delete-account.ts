import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../account/confirm-identity';
import type { ConfirmIdentity } from '../account/confirm-identity';
import { eraseAccount, type ErasureProgress } from '../account/erasure';
import { timeOf } from '../consent/retention';
import { apiOf, apiTrouble } from '../firebase/api';
import { asNumber, text, type MessageKey } from '../messages/messages';
import type { Session } from '../session/session';
import { LightDomElement } from '../shared/light-dom-element';
import { notify } from '../shared/notices';
import '../shared/dialog.css';

const LOSSES = ['entries', 'music', 'settings', 'account'] as const;

/** Asks once more before everything of a person is deleted, and has it done. */
@customElement('delete-account')
export class DeleteAccount extends LightDomElement {
  @property({ attribute: false }) session!: Session;

  @state() private isBusy = false;
  @state() private trouble: MessageKey | undefined;
  /** How far it is; absent until the first answer. */
  @state() private progress: ErasureProgress | undefined;

  @query('.delete-dialog') private dialog!: HTMLDialogElement;
  @query('confirm-identity') private identity!: ConfirmIdentity;

  /** Opens the question. */
  open(): void {
    this.trouble = undefined;
    this.dialog.showModal();
  }

  protected override render() {
    const { isBusy } = this;
    return html`
      <dialog
        class="card dialog delete-dialog"
        data-testid="delete-dialog"
        aria-labelledby="delete-title"
        aria-busy=${isBusy}
        @cancel=${(event: Event) => {
          // What has begun cannot be stopped, so it is not to look as if it could.
          if (isBusy) {
            event.preventDefault();
          }
        }}
      >
        <form class="delete-form" @submit=${this.confirm}>
          <h2 id="delete-title">${text('profile.delete.question')}</h2>
          <p>${text('profile.delete.losses')}</p>
          <ul class="losses">
            ${LOSSES.map((loss) => html`<li>${text(`profile.delete.loss.${loss}`)}</li>`)}
          </ul>
          <p class="soft">${text('profile.delete.final', { backups: timeOf('backups') })}</p>
          <div role="alert">
            ${
              this.trouble
                ? html`<p class="trouble" data-testid="delete-error">${text(this.trouble)}</p>`
                : nothing
            }
          </div>
          <div class="delete-progress" role="status">${isBusy ? this.working() : nothing}</div>
          <div class="dialog-actions">
            <button
              type="button"
              class="button"
              data-testid="cancel"
              ?disabled=${isBusy}
              @click=${() => {
                this.dialog.close();
              }}
            >
              ${text('profile.delete.cancel')}
            </button>
            <button
              type="submit"
              class="button erase solid"
              data-testid="confirm"
              ?disabled=${isBusy}
            >
              ${text('profile.delete.confirm')}
            </button>
          </div>
        </form>
      </dialog>
      <confirm-identity .account=${this.session.account}></confirm-identity>
    `;
  }

  private working() {
    const { deleted, total } = this.progress ?? {};
    return html`
      <p class="soft">${text('profile.delete.working')}</p>
      <progress
        data-testid="delete-progress"
        aria-label=${text('profile.delete.working')}
        max=${total ?? nothing}
        value=${deleted ?? nothing}
      ></progress>
      ${
        deleted === undefined || total === undefined
          ? nothing
          : html`<p class="soft">
              ${text('profile.delete.so-far', {
                deleted: asNumber(deleted),
                total: asNumber(total),
              })}
            </p>`
      }
    `;
  }

  private async confirm(event: Event) {
    event.preventDefault();
    if (this.isBusy) {
      return;
    }
    this.trouble = undefined;
    this.progress = undefined;
    this.isBusy = true;
    // Nothing is to be written of what is heard while all of it is deleted.
    this.session.player.player.pause();
    try {
      await this.erase();
    } catch (error) {
      console.warn('The account could not be deleted', error);
      this.trouble = apiTrouble(error);
    }
    this.isBusy = false;
  }

  private async erase(): Promise<void> {
    const { project, account } = this.session;
    const erase = () =>
      eraseAccount(apiOf(project), {
        onProgress: (progress) => {
          this.progress = progress;
        },
      });
    let outcome = await erase();
    if (outcome === 'sign-in-again') {
      // Whoever finds a telephone unlocked is not to delete its owner's account.
      if (!(await this.identity.ask())) {
        return;
      }
      outcome = await erase();
    }
    if (outcome === 'sign-in-again') {
      this.trouble = 'profile.delete.sign-in-again';
      return;
    }
    this.dialog.close();
    await account.signOut();
    notify({
      key: `profile.delete.${outcome}`,
      values: { backups: timeOf('backups') },
      kind: 'done',
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'delete-account': DeleteAccount;
  }
}
