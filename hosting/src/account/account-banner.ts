import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { LightDomElement } from '../shared/light-dom-element';
import type { Account } from './account';
import '../shared/dialog.css';
import './account-banner.css';
import './account-settings.css';
import { AccountTask } from './account-task';
import { googleButton } from './google-button';
import './link-password';
import type { LinkPassword } from './link-password';
import type { Person } from './person';
import './sign-in-instead';
import type { SignInInstead } from './sign-in-instead';

/** Remembers, for as long as the window is open, that the person has dismissed the banner. */
const LATER = 'moodify.banner-later';

/**
 * Asks a guest to keep what they make, and who has an account to confirm its address. Says
 * nothing to anyone else.
 */
@customElement('account-banner')
export class AccountBanner extends LightDomElement {
  @property({ attribute: false }) account!: Account;

  @state() private person: Person | undefined;
  @state() private isLater = sessionStorage.getItem(LATER) !== null;

  @state() private isKeeping = false;
  /** Whether the dialog offers an account that the guest has already, and not a new one. */
  @state() private hasAccount = false;

  private typedEmail = '';

  @query('dialog') private dialog!: HTMLDialogElement;

  private readonly task = new AccountTask(this);
  private unwatch: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = this.account.watch((person) => {
      this.person = person;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
  }

  /** Opens the way from guest to person with an account: a new one, or one that they have already. */
  keepAccount(hasAccount = false): void {
    this.hasAccount = hasAccount;
    this.isKeeping = true;
    this.dialog.showModal();
  }

  protected override render() {
    const { person } = this;
    const isUnverified = person && person.email !== '' && !person.emailVerified;
    return html`
      ${person && !this.isLater && (person.isGuest || isUnverified) ? this.banner(person) : nothing}
      ${this.keepDialog()}
    `;
  }

  private banner({ isGuest }: Person) {
    return html`
      <section
        class="account-banner"
        aria-label=${text('account.title')}
        data-testid="account-banner"
      >
        <p>${text(isGuest ? 'account.banner.guest' : 'account.banner.unverified')}</p>
        <div>
          ${
            isGuest
              ? html`<button
                  class="quiet"
                  type="button"
                  data-testid="keep-account"
                  @click=${() => {
                    this.keepAccount();
                  }}
                >
                  ${text('account.sign-up')}
                </button>`
              : html`<button
                  class="quiet"
                  type="button"
                  data-testid="banner-verify"
                  ?disabled=${this.task.isBusy}
                  @click=${() =>
                    this.task.run(() => this.account.verifyEmail(), {
                      done: 'account.verify-sent',
                    })}
                >
                  ${text('account.verify')}
                </button>`
          }
          <button class="quiet" type="button" data-testid="banner-later" @click=${this.later}>
            ${text('account.later')}
          </button>
        </div>
        ${this.isKeeping ? nothing : this.task.outcome('account-banner-error')}
      </section>
    `;
  }

  private keepDialog() {
    return html`
      <dialog
        class="card dialog"
        aria-labelledby="keep-account-title"
        @linked=${this.closeDialog}
        @close=${this.closeDialog}
      >
        <h2 id="keep-account-title">
          ${text(this.hasAccount ? 'account.instead.title' : 'account.keep.title')}
        </h2>
        ${this.hasAccount ? this.signIn() : this.createAccount()}
        <div class="dialog-actions">
          <button
            class="quiet"
            type="button"
            data-testid="has-account"
            @click=${() => void this.change()}
          >
            ${text(this.hasAccount ? 'account.sign-up' : 'account.instead')}
          </button>
          <button class="button" type="button" @click=${this.closeDialog}>
            ${text('account.later')}
          </button>
        </div>
      </dialog>
    `;
  }

  private createAccount() {
    return html`
      <p class="soft">${text('account.keep.explained')}</p>
      <div class="account-settings">
        <link-password .account=${this.account}></link-password>
        ${this.account.ways.google ? this.google() : nothing}
        ${this.isKeeping ? this.task.outcome('keep-account-error') : nothing}
      </div>
    `;
  }

  private google() {
    return html`
      <p class="account-or soft"><span>${text('account.or')}</span></p>
      ${googleButton(
        text('account.google'),
        this.task.isBusy,
        () => void this.linkGoogle(),
        'keep-google',
      )}
    `;
  }

  private signIn() {
    return html`<sign-in-instead
      .account=${this.account}
      .email=${this.typedEmail}
    ></sign-in-instead>`;
  }

  /** Changes between the two ways; an address that is typed already comes along. */
  private async change() {
    this.typedEmail = this.querySelector<LinkPassword>('link-password')?.typedEmail ?? '';
    this.hasAccount = !this.hasAccount;
    await this.updateComplete;
    const form = this.querySelector<SignInInstead | LinkPassword>('sign-in-instead, link-password');
    await form?.updateComplete;
    form?.querySelector('input')?.focus();
  }

  private async linkGoogle() {
    if (await this.task.run(() => this.account.linkGoogle())) {
      this.closeDialog();
    }
  }

  private closeDialog() {
    this.isKeeping = false;
    this.dialog.close();
  }

  private later() {
    sessionStorage.setItem(LATER, 'yes');
    this.isLater = true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'account-banner': AccountBanner;
  }
}
