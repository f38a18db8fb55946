import { html, nothing, type PropertyValues } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Account, Person } from '../account/account';
import { accountTrouble, type AccountTrouble } from '../account/account-trouble';
import { isBackFromGoogle } from '../account/away';
import { emailLinkOf } from '../account/email-link';
import { fetchConfiguration } from '../firebase/configuration';
import type { Project } from '../firebase/project';
import '../landing/landing-languages';
import '../landing/landing-page';
import { text, watchLanguage, type MessageKey } from '../messages/messages';
import type { FirstWish } from '../session/first-wish';
import { followLinks, navigate, watchRoute } from '../session/router';
import { rememberedSignedIn, rememberSignedIn } from '../settings/device-settings';
import { choose } from '../shared/confirmation';
import { connection } from '../shared/connection';
import { guardDoubleClicks } from '../shared/double-click';
import { LightDomElement } from '../shared/light-dom-element';
import { notify, settleUndo } from '../shared/notices';
import './app-nav';
import { logo } from './logo';
import './moodify-app.css';
import './notice-bar';
import './person-menu';
import { watchVisits } from './visits';

/** Whoever does not come from an e-mail goes without it. */
const loadEmailAction = () => import('../account/email-action');

/** The whole page: its frame, and in it what fits whoever is signed in. */
@customElement('moodify-app')
export class MoodifyApp extends LightDomElement {
  // Who was not signed in before sees the way in at once; for the others it is worth waiting a moment.
  @state() private state: 'starting' | 'ready' | 'broken' =
    rememberedSignedIn() || isBackFromGoogle() ? 'starting' : 'ready';
  @state() private person: Person | undefined;
  /** What the person is called in their profile. */
  @state() private displayName = '';
  @state() private frameLoaded = false;
  @state() private offline = !connection.isOnline;
  @state() private account: Account | undefined;
  @state() private returnTrouble: AccountTrouble | undefined;
  /** Shown in place of any other page. */
  @state() private emailLink = emailLinkOf(new URL(location.href));

  private project: Project | undefined;
  /** What a newcomer wished for, until their page takes it up. */
  private firstWish: FirstWish | undefined;
  private isLeaving = false;
  /** Whether the person has just come in, and not only opened the page again. */
  private hasComeIn = false;
  private closers: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.closers = [
      followLinks(),
      guardDoubleClicks(),
      watchLanguage(this.nameWindow),
      watchVisits(this.lookAgain),
      connection.start(),
      connection.watch((isOnline) => {
        this.offline = !isOnline;
      }),
      watchRoute(() => {
        this.followEmailLink().catch(this.fail);
      }),
    ];
    void this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.closers.forEach((close) => {
      close();
    });
  }

  /** First in a task of its own: a phone can answer to a tap between this and the script's start. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) {
      await new Promise((resolve) => setTimeout(resolve));
    }
    await super.scheduleUpdate();
  }

  /** Takes the place of what index.html shows until now, in the same moment. */
  protected override update(changed: PropertyValues): void {
    if (!this.hasUpdated) {
      this.replaceChildren();
    }
    super.update(changed);
  }

  protected override render() {
    return html`
      <a class="skip" href="#main">${text('app.skip')}</a>
      <header class="top">
        <a class="brand" href="/">${logo()} ${text('app.name')}</a>
        ${
          this.person
            ? html`
                <app-nav></app-nav>
                <person-menu
                  .person=${this.person}
                  .displayName=${this.displayName}
                  @sign-out=${this.signOut}
                ></person-menu>
              `
            : this.state === 'ready'
              ? html`<landing-languages></landing-languages>`
              : nothing
        }
      </header>
      <div role="status">
        ${
          this.offline
            ? html`<p class="offline" data-testid="offline">${text('app.offline')}</p>`
            : nothing
        }
      </div>
      <notice-bar></notice-bar>
      <code-question .account=${this.account}></code-question>
      <main id="main" tabindex="-1">${this.content()}</main>
    `;
  }

  private content() {
    if (this.state === 'broken') {
      return this.broken();
    }
    if (this.emailLink) {
      return this.project && this.account
        ? html`<email-action
            .auth=${this.project.auth}
            .account=${this.account}
            .link=${this.emailLink}
            @email-action-done=${this.leaveEmailLink}
          ></email-action>`
        : this.starting();
    }
    if (this.state === 'starting' || (this.person && !this.frameLoaded)) {
      return this.starting();
    }
    return this.person
      ? this.frame(this.person)
      : html`<landing-page
          .account=${this.account}
          .returnTrouble=${this.returnTrouble}
          ?uses-recaptcha=${this.project?.usesRecaptcha}
          @first-wish=${this.keepFirstWish}
        ></landing-page>`;
  }

  private starting() {
    return html`<p class="starting soft" role="status">${text('app.starting')}</p>`;
  }

  private async followEmailLink(): Promise<void> {
    const emailLink = emailLinkOf(new URL(location.href));
    if (emailLink) {
      await loadEmailAction();
    }
    this.emailLink = emailLink;
  }

  private leaveEmailLink({ detail: key }: CustomEvent<MessageKey>) {
    navigate('/', { replace: true });
    notify({ key, kind: 'done' });
  }

  private frame(person: Person) {
    // A new element for a new person: nothing of one is ever shown to the next.
    return keyed(
      person.uid,
      html`<session-frame
        .project=${this.project}
        .account=${this.account}
        .person=${person}
        .takeFirstWish=${this.takeFirstWish}
        ?takes-focus=${this.hasComeIn}
        @display-name=${({ detail }: CustomEvent<string>) => {
          this.displayName = detail;
        }}
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

  private keepFirstWish({ detail: wish }: CustomEvent<FirstWish | undefined>) {
    this.firstWish = wish;
    if (wish) {
      // Whatever address they came to, what they asked for is on the main page.
      navigate('/', { replace: true });
    }
  }

  private readonly takeFirstWish = (): FirstWish | undefined => {
    const wish = this.firstWish;
    this.firstWish = undefined;
    return wish;
  };

  private async start() {
    try {
      // Firestore and the pages are fetched beside the session, if there is likely to be one.
      const frame = this.state === 'starting' ? this.loadFrame() : undefined;
      const [configuration, { openAccount }] = await Promise.all([
        fetchConfiguration(),
        import('../account/open-account'),
        this.emailLink && loadEmailAction(),
      ]);
      const { project, account } = await openAccount(configuration);
      this.project = project;
      account.beforeSignOut = () => this.closeSession();
      // Few are ever asked; none before they have given a password.
      import('../account/code-question').catch(this.fail);
      await account.comeBack().catch((error: unknown) => {
        this.returnTrouble = accountTrouble(error);
      });
      account.watch((person) => {
        void this.greet(person);
      });
      this.account = account;
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
    const before = this.person;
    this.hasComeIn ||= this.state === 'ready' && before === undefined && person !== undefined;
    if (before && person && before.uid !== person.uid) {
      // A guest has signed in to an account of theirs, and leaves nothing in this browser.
      await this.closeSession();
    }
    this.person = person;
    this.state = 'ready';
    rememberSignedIn(person !== undefined);
    if (person) {
      this.isLeaving = false;
      await this.loadFrame().catch(this.fail);
      return;
    }
    this.nameWindow();
    // Signed out in another window, or by the server.
    if (before) {
      await this.closeSession();
      this.state = 'ready';
      notify({ key: 'app.signed-out', kind: 'done' });
    }
    if (before || this.isLeaving) {
      await this.updateComplete;
      this.isLeaving = false;
      this.querySelector<HTMLInputElement>('[name=email]')?.focus();
    }
  }

  private async signOut() {
    const { account, person } = this;
    if (person?.isGuest) {
      const answer = await choose({
        title: text('account.leave.title'),
        explanation: text('account.leave.explained'),
        action: text('account.leave'),
        alternative: text('account.sign-up'),
      });
      if (answer === 'alternative') {
        this.querySelector('session-frame')?.keepAccount();
      }
      if (answer !== 'action') {
        return;
      }
    }
    try {
      await (person?.isGuest ? account?.forgetGuest() : account?.signOut());
    } catch (error) {
      // Still signed in: back to where they were.
      const trouble = accountTrouble(error);
      await this.greet(account?.person);
      await this.updateComplete;
      notify({ key: trouble?.key ?? 'trouble.unknown', kind: 'trouble' });
    }
  }

  /** The frame goes first and closes its listeners, which would be refused after it otherwise. */
  private async closeSession() {
    this.isLeaving = true;
    // The way in is shown when the way out is behind, so that nobody leaves the page in between.
    this.state = 'starting';
    this.person = undefined;
    this.displayName = '';
    // Not for whoever comes next.
    this.firstWish = undefined;
    navigate('/', { replace: true });
    await this.updateComplete;
    await settleUndo();
    if (this.project && this.frameLoaded) {
      const { closeStores } = await import('../firebase/stores');
      await closeStores(this.project);
    }
  }

  private readonly fail = (error: unknown) => {
    console.error('Moodify could not start', error);
    this.state = 'broken';
  };

  /** Whoever comes back to the page may have confirmed their address, or be welcome no longer. */
  private readonly lookAgain = () => {
    this.account?.refresh().catch((error: unknown) => {
      console.warn('The account could not be looked at', error);
    });
  };

  /** The pages name the window themselves. */
  private readonly nameWindow = () => {
    if (!this.person) {
      document.title = text('app.title.landing');
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'moodify-app': MoodifyApp;
  }
}
