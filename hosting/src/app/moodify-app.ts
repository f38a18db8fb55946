import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { Account, type Person } from '../account/account';
import { openProject, type Project } from '../firebase/project';
import '../landing/landing-page';
import { text } from '../messages/messages';
import { rememberedSignedIn, rememberSignedIn } from '../settings/device-settings';
import { LightElement } from '../shared/light-element';
import './app-nav';
import { logo } from './logo';
import './moodify-app.css';
import './notice-bar';
import { followLinks, navigate } from './router';

/** The whole page: its frame, and in it what fits whoever is signed in. */
@customElement('moodify-app')
export class MoodifyApp extends LightElement {
  @state() private state: 'starting' | 'ready' | 'broken' = 'starting';
  @state() private person: Person | undefined;
  @state() private frameLoaded = false;
  @state() private offline = !navigator.onLine;

  private project: Project | undefined;
  private account: Account | undefined;
  private wasSignedIn = false;
  private unfollowLinks: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('online', this.watchConnection);
    window.addEventListener('offline', this.watchConnection);
    this.unfollowLinks = followLinks();
    void this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('online', this.watchConnection);
    window.removeEventListener('offline', this.watchConnection);
    this.unfollowLinks?.();
  }

  protected override render() {
    return html`
      <a class="skip" href="#main">${text('app.skip')}</a>
      <header class="top">
        <a class="brand" href="/">${logo()} ${text('app.name')}</a>
        ${this.person ? html`<app-nav></app-nav> ${this.personMenu(this.person)}` : nothing}
      </header>
      <div role="status">
        ${
          this.offline
            ? html`<p class="offline" data-testid="offline">${text('app.offline')}</p>`
            : nothing
        }
      </div>
      <notice-bar></notice-bar>
      <main id="main">${this.content()}</main>
    `;
  }

  private content() {
    if (this.state === 'broken') {
      return this.broken();
    }
    if (this.state === 'starting' || (this.person && !this.frameLoaded)) {
      return html`<p class="starting soft" role="status">${text('app.starting')}</p>`;
    }
    return this.person
      ? this.frame(this.person)
      : html`<landing-page .account=${this.account}></landing-page>`;
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

  private frame(person: Person) {
    // A new element for a new person: nothing of one is ever shown to the next.
    return keyed(
      person.uid,
      html`<session-frame
        .project=${this.project}
        .account=${this.account}
        .person=${person}
      ></session-frame>`,
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
    try {
      // Firestore and the pages are fetched beside the session, if there is likely to be one.
      const frame = rememberedSignedIn() ? this.loadFrame() : undefined;
      this.project = await openProject();
      this.account = new Account(this.project.auth);
      this.account.watch((person) => {
        void this.greet(person);
      });
      await frame;
    } catch (error) {
      this.fail(error);
    }
  }

  private async loadFrame() {
    await import('./session-frame');
    this.frameLoaded = true;
  }

  private async greet(person: Person | undefined) {
    this.person = person;
    this.state = 'ready';
    rememberSignedIn(person !== undefined);
    if (person) {
      await this.loadFrame().catch(this.fail);
    } else {
      document.title = text('app.title.landing');
    }
    await this.updateComplete;
    if (this.wasSignedIn && !person) {
      this.querySelector<HTMLInputElement>('[name=email]')?.focus();
    }
    this.wasSignedIn = person !== undefined;
  }

  private async signOut() {
    // The frame goes first and closes its listeners, which would be refused after it otherwise.
    this.person = undefined;
    navigate('/', { replace: true });
    await this.updateComplete;
    await this.account?.signOut();
  }

  private readonly fail = (error: unknown) => {
    console.error('Moodify could not start', error);
    this.state = 'broken';
  };

  private readonly watchConnection = () => {
    this.offline = !navigator.onLine;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'moodify-app': MoodifyApp;
  }
}
