import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { accountTrouble } from '../account/account-trouble';
import type { Session } from '../app/session';
import { apiOf, ApiError, apiTrouble } from '../firebase/api';
import { text, type MessageKey } from '../messages/messages';
import { LightElement } from '../shared/light-element';
import { notify } from '../shared/notices';
import { eraseAccount } from './erasure';
import { hasPassword, reauthenticate } from './reauthentication';

const LOSSES = ['entries', 'music', 'settings', 'account'] as const;

/** Asks once more before everything of a person is deleted, and has it done. */
@customElement('delete-account')
export class DeleteAccount extends LightElement {
  @property({ attribute: false }) session!: Session;

  @state() private step: 'asking' | 'proving' | 'working' = 'asking';
  @state() private trouble: MessageKey | undefined;

  @query('dialog') private dialog!: HTMLDialogElement;
  @query('input[type=password]') private passwordField!: HTMLInputElement | null;

  /** Opens the question. */
  open(): void {
    this.step = 'asking';
    this.trouble = undefined;
    this.dialog.showModal();
  }

  protected override render() {
    const isBusy = this.step === 'working';
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
          <p class="soft">${text('profile.delete.final')}</p>
          ${this.step === 'proving' ? this.proof() : nothing}
          <div role="alert">
            ${
              this.trouble
                ? html`<p class="trouble" data-testid="delete-error">${text(this.trouble)}</p>`
                : nothing
            }
          </div>
          <p class="soft" role="status">${isBusy ? text('profile.delete.working') : ''}</p>
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
              class="button danger solid"
              data-testid="confirm"
              ?disabled=${isBusy}
            >
              ${text('profile.delete.confirm')}
            </button>
          </div>
        </form>
      </dialog>
    `;
  }

  /** Whoever finds a telephone unlocked is not to delete its owner's account. */
  private proof() {
    return html`
      <label class="field">
        <span>${text('profile.delete.password')}</span>
        <input
          type="password"
          autocomplete="current-password"
          required
          data-testid="delete-password"
        />
      </label>
    `;
  }

  private async confirm(event: Event) {
    event.preventDefault();
    if (this.step === 'working') {
      return;
    }
    const password = this.step === 'proving' ? this.passwordField?.value : undefined;
    this.trouble = undefined;
    this.step = 'working';
    // Nothing is to be written of what is heard while all of it is deleted.
    await this.session.player.player.pause();
    try {
      if (password !== undefined) {
        await reauthenticate(this.session.project.auth, password);
      }
      await this.erase();
    } catch (error) {
      console.warn('The account could not be deleted', error);
      this.trouble = error instanceof ApiError ? apiTrouble(error) : accountTrouble(error)?.key;
      this.step = password === undefined ? 'asking' : 'proving';
    }
  }

  private async erase() {
    const { project, account } = this.session;
    const outcome = await eraseAccount(apiOf(project));
    if (outcome === 'sign-in-again') {
      await this.askForProof();
      return;
    }
    this.dialog.close();
    await account.signOut();
    notify({ key: `profile.delete.${outcome}`, kind: 'done' });
  }

  private async askForProof() {
    if (hasPassword(this.session.project.auth)) {
      this.step = 'proving';
      await this.updateComplete;
      this.passwordField?.focus();
    } else {
      this.step = 'asking';
      this.trouble = 'profile.delete.sign-in-again';
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'delete-account': DeleteAccount;
  }
}
