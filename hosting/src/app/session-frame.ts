// People's own words may be in Devanagari whatever the page's language; fetched when one is shown.
import '@fontsource-variable/noto-sans-devanagari/wght.css';
import './session-frame.css';
import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Account, Person } from '../account/account';
import '../account/account-banner';
import { Consent } from '../consent/consent';
import '../consent/consent-notice';
import { FeedbackStore } from '../feedback/feedback-store';
import type { Project } from '../firebase/project';
import { apiOf } from '../firebase/api';
import { openStores } from '../firebase/stores';
import { troubleMessage } from '../firebase/trouble';
import { setLanguage, text, watchLanguage } from '../messages/messages';
import { PlayerController } from '../player/engine/player-controller';
import '../player/ui/player-bar';
import type { ReshuffleWish } from '../playlist/playlist-view';
import { reshuffle } from '../playlist/reshuffle';
import type { FirstWish } from '../session/first-wish';
import { currentRoute, navigate, watchRoute, type Route } from '../session/router';
import type { Session } from '../session/session';
import { rememberLanguage, rememberTheme } from '../settings/device-settings';
import type { Profile } from '../settings/profile';
import { ProfileStore } from '../settings/profile-store';
import { setTheme } from '../settings/theme';
import { LightDomElement } from '../shared/light-dom-element';
import { nextPaint } from '../shared/next-paint';
import { notify } from '../shared/notices';
import { PAGES } from './pages';

/**
 * What someone who is signed in sees: the page they ask for, the notice before the first photo, and
 * the player, which goes on from page to page. Pages are fetched when they are asked for.
 */
@customElement('session-frame')
export class SessionFrame extends LightDomElement {
  @property({ attribute: false }) project!: Project;
  @property({ attribute: false }) account!: Account;
  @property({ attribute: false }) person!: Person;
  /** Returns what the person came in with, once. */
  @property({ attribute: false }) takeFirstWish!: () => FirstWish | undefined;
  /** Whether keyboard and screen reader are taken to the first page, as after signing in. */
  @property({ type: Boolean, attribute: 'takes-focus' }) takesFocus = false;

  /** The page that is shown: the one asked for, once it is loaded. */
  @state() private shown: Route['page'] | undefined;

  private session!: Session;
  private readonly ending = new AbortController();
  private closers: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    const { project, account, person } = this;
    const currentPerson = () => this.person;
    const stores = openStores(project);
    const report = (error: unknown) => {
      notify({ key: troubleMessage(error), kind: 'trouble' });
    };
    const profile = new ProfileStore(stores.firestore, person.uid, report);
    const feedback = new FeedbackStore(stores.firestore, person.uid);
    const player = new PlayerController(this, feedback, person.uid, report);
    this.session = {
      project,
      account,
      get person() {
        return currentPerson();
      },
      stores,
      profile,
      consent: new Consent(profile),
      player,
      takeFirstWish: this.takeFirstWish,
      ended: this.ending.signal,
      navigate,
    };
    this.closers = [
      profile.watch((known) => {
        applyProfile(known);
        player.player.newMusic = known.newMusic ?? 'play';
        this.emit('display-name', known.displayName ?? '');
      }),
      watchLanguage(this.nameWindow),
      player.onChange(this.nameWindow),
      watchRoute(() => void this.show()),
      () => {
        profile.close();
      },
    ];
    void this.keepTimeZone(profile);
    void this.show();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ending.abort();
    this.closers.forEach((close) => {
      close();
    });
    notify(undefined);
  }

  protected override render() {
    const { player, consent } = this.session;
    return html`
      <account-banner .account=${this.account}></account-banner>
      <div
        data-testid="page"
        data-page=${this.shown ?? 'loading'}
        @reshuffle=${this.askForOtherTracks}
        @has-account=${() => {
          this.keepAccount(true);
        }}
      >
        ${this.page()}
      </div>
      <footer class="page-footer">
        <button
          class="quiet"
          type="button"
          data-testid="privacy-notice"
          @click=${() => {
            void nextPaint().then(() => {
              consent.open();
            });
          }}
        >
          ${text('consent.open')}
        </button>
      </footer>
      <consent-notice
        .consent=${consent}
        ?uses-recaptcha=${this.project.usesRecaptcha}
      ></consent-notice>
      <player-bar .music=${player}></player-bar>
    `;
  }

  /** Offers a guest an account: a new one, or one that they have already. */
  keepAccount(hasAccount = false): void {
    this.querySelector('account-banner')?.keepAccount(hasAccount);
  }

  private page(): TemplateResult {
    const { shown, session } = this;
    if (!shown) {
      return html`<p class="starting soft" role="status">${text('app.starting')}</p>`;
    }
    return shown === 'not-there' ? notThere() : PAGES[shown].render(session);
  }

  /** Shows the page that is asked for as soon as it is loaded; the one before stays until then. */
  private async show(): Promise<void> {
    const { page } = currentRoute();
    const isFirst = this.shown === undefined;
    try {
      if (page !== 'not-there') {
        await Promise.all([PAGES[page].load(), isFirst ? undefined : nextPaint()]);
      }
    } catch (error) {
      console.error('A page could not be loaded', error);
      notify({
        key: 'app.page-failed',
        kind: 'trouble',
        action: { key: 'trouble.retry', run: () => void this.show() },
      });
      return;
    }
    if (page !== currentRoute().page || !this.isConnected) {
      return;
    }
    this.shown = page;
    await this.updateComplete;
    this.nameWindow();
    if (!isFirst || this.takesFocus) {
      await this.focusHeading();
    }
    if (isFirst) {
      loadWhenIdle(Object.values(PAGES).map(({ load }) => load));
    }
  }

  /** Takes keyboard and screen reader to the new page. */
  private async focusHeading(): Promise<void> {
    const page = this.querySelector<LightDomElement>('[data-testid=page] > *');
    await page?.updateComplete;
    page?.querySelector<HTMLElement>('h1[tabindex]')?.focus({ preventScroll: true });
  }

  private askForOtherTracks({ detail: { moodId, answer } }: CustomEvent<ReshuffleWish>) {
    answer(reshuffle(apiOf(this.project), moodId));
  }

  /** Statistics are counted in the zone that the person lives in. */
  private async keepTimeZone(profile: ProfileStore): Promise<void> {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    try {
      const known = await profile.known();
      if (known.timeZone !== timeZone) {
        await profile.save({ timeZone });
      }
    } catch (error) {
      // Nobody asked for this to be written, so nobody is troubled if it is not.
      console.warn('The time zone could not be written', error);
    }
  }

  /** After what plays, or else after the page. */
  private readonly nameWindow = () => {
    const { shown } = this;
    const { status, track } = this.session.player.state;
    if (status === 'playing' && track) {
      document.title = text('app.title.playing', { title: track.title, artist: track.artist });
    } else if (shown) {
      const page = text(shown === 'not-there' ? 'app.not-there.title' : `nav.${shown}`);
      document.title = text('app.title', { page });
    }
  };
}

/** The profile's language and theme hold in every browser that the person uses. */
function applyProfile({ language, theme }: Profile): void {
  if (language) {
    rememberLanguage(language);
    setLanguage(language).catch((error: unknown) => {
      console.warn('The language could not be loaded', error);
      notify({ key: 'app.page-failed', kind: 'trouble' });
    });
  }
  if (theme) {
    rememberTheme(theme);
    setTheme(theme);
  }
}

/** Fetches the other pages one by one, whenever there is nothing else to do. */
function loadWhenIdle([first, ...others]: readonly (() => Promise<unknown>)[]): void {
  if (!first) {
    return;
  }
  const load = () => {
    first()
      .then(() => {
        loadWhenIdle(others);
      })
      .catch((error: unknown) => {
        // Whoever asks for the page sees the failure then.
        console.warn('A page could not be fetched ahead', error);
      });
  };
  // Not every browser reports when it is idle.
  if ('requestIdleCallback' in window) {
    requestIdleCallback(load, { timeout: 5000 });
  } else {
    setTimeout(load, 1000);
  }
}

function notThere() {
  return html`
    <div class="not-there" data-testid="not-there">
      <h1 tabindex="-1">${text('app.not-there.title')}</h1>
      <p class="soft">${text('app.not-there.text')}</p>
      <a class="button primary" href="/">${text('app.not-there.home')}</a>
    </div>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'session-frame': SessionFrame;
  }
}
