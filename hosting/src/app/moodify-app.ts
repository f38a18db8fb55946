import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { Account, type Person } from '../account/account';
import '../account/account-form';
import { openProject, type Project } from '../firebase/project';
import { text } from '../messages/messages';
import { LightElement } from '../shared/light-element';
import { logo } from './logo';
import './moodify-app.css';

const POINTS = ['account.point.quick', 'account.point.private', 'account.point.honest'] as const;

/** The whole page: its frame, and in it what fits whoever is signed in. */
@customElement('moodify-app')
export class MoodifyApp extends LightElement {
  @state() private state: 'starting' | 'ready' | 'broken' = 'starting';
  @state() private person: Person | undefined;
  @state() private homeLoaded = false;
  @state() private offline = !navigator.onLine;

  private project: Project | undefined;
  private account: Account | undefined;
  private wasSignedIn = false;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('online', this.watchConnection);
    window.addEventListener('offline', this.watchConnection);
    void this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('online', this.watchConnection);
    window.removeEventListener('offline', this.watchConnection);
  }

  protected override render() {
    return html`
      <a class="skip" href="#main">${text('app.skip')}</a>
      <header class="top">
        <a class="brand" href="/">${logo()} ${text('app.name')}</a>
        ${this.person ? this.personMenu(this.person) : nothing}
      </header>
      <div role="status">
        ${
          this.offline
            ? html`<p class="offline" data-testid="offline">${text('app.offline')}</p>`
            : nothing
        }
      </div>
      <main id="main">${this.content()}</main>
    `;
  }

  private content() {
    if (this.state === 'broken') {
      return this.broken();
    }
    if (this.state === 'starting' || (this.person && !this.homeLoaded)) {
      return html`<p class="starting soft" role="status">${text('app.starting')}</p>`;
    }
    return this.person ? this.home(this.person) : this.welcome();
  }

  private personMenu(person: Person) {
    return html`
      <div class="person">
        <span class="soft" title=${person.email}>${person.email}</span>
        <button class="button" type="button" data-testid="sign-out" @click=${this.signOut}>
          ${text('account.sign-out')}
        </button>
      </div>
    `;
  }

  private welcome() {
    return html`
      <div class="welcome">
        <div class="promise">
          <h1>${text('account.headline')}</h1>
          <p class="lead soft">${text('account.promise')}</p>
          <ul>
            ${POINTS.map((point) => html`<li>${text(point)}</li>`)}
          </ul>
        </div>
        <account-form .account=${this.account}></account-form>
      </div>
    `;
  }

  private home(person: Person) {
    // A new element for a new person: nothing of one is ever shown to the next.
    return keyed(
      person.uid,
      html`<moodify-home .project=${this.project} .person=${person}></moodify-home>`,
    );
  }

  private broken() {
    return html`
      <div class="card broken" role="alert">
        <p class="trouble" data-testid="error">${text('app.broken')}</p>
        <button
          class="button primary"
          type="button"
          @click=${() => {
            location.reload();
          }}
        >
          ${text('app.reload')}
        </button>
      </div>
    `;
  }

  private async start() {
    // The main page is fetched while the session is looked up, so that neither waits for the other.
    const home = import('../home/moodify-home').then(() => {
      this.homeLoaded = true;
    });
    try {
      this.project = await openProject();
      this.account = new Account(this.project.auth);
      this.account.watch((person) => {
        void this.greet(person);
      });
      await home;
    } catch (error) {
      console.error('Moodify could not start', error);
      this.state = 'broken';
    }
  }

  private async greet(person: Person | undefined) {
    this.person = person;
    this.state = 'ready';
    await this.updateComplete;
    if (this.wasSignedIn && !person) {
      this.querySelector<HTMLInputElement>('[name=email]')?.focus();
    }
    this.wasSignedIn = person !== undefined;
  }

  private async signOut() {
    // The main page goes first and closes its listeners, which would be refused after it otherwise.
    this.person = undefined;
    await this.updateComplete;
    await this.account?.signOut();
  }

  private readonly watchConnection = () => {
    this.offline = !navigator.onLine;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'moodify-app': MoodifyApp;
  }
}
