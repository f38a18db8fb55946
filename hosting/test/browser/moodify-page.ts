import { expect, type Locator, type Page } from '@playwright/test';
import { newPerson, openAccount, type AccountHolder, type Credentials } from './account-emulator';
import { writeAsFunction } from './as-function';
import type { PhotoFile } from './photos';
import { agreed } from './consent';

/** How many tracks a playlist has. */
export const TRACKS = 15;

/** Moodify as a person uses it. */
export class MoodifyPage {
  readonly status: Locator;
  readonly error: Locator;
  readonly emotion: Locator;
  readonly confidence: Locator;
  readonly tracks: Locator;
  readonly history: Locator;
  readonly photoInput: Locator;
  /** Who has come in with an account of their own. */
  person: AccountHolder | undefined;

  constructor(readonly page: Page) {
    this.status = page.getByTestId('status');
    this.error = page.getByTestId('error');
    this.emotion = page.getByTestId('emotion');
    this.confidence = page.getByTestId('confidence');
    this.tracks = page.getByTestId('track');
    this.history = page.getByTestId('history-entry');
    this.photoInput = page.getByTestId('photo-input');
  }

  /** Opens the landing page, and waits until there is a way in: what is done before is done to nobody. */
  async open(address = '/'): Promise<void> {
    await this.page.goto(address);
    await expect(this.page.getByTestId('sign-in')).toBeEnabled();
  }

  async fill(person: Credentials): Promise<void> {
    await this.page.getByTestId('email').fill(person.email);
    await this.page.getByTestId('password').fill(person.password);
  }

  /**
   * Opens the page as someone who is signed in already, with an account of their own in which there is
   * nothing yet but that they agree to the notice, unless asked otherwise.
   *
   * @param isAnswered whether the page hears from Firestore; only then its list is waited for
   */
  async comeIn(
    path = '/',
    { agrees = true, site = '', isAnswered = true } = {},
  ): Promise<AccountHolder> {
    const person = await openAccount();
    if (agrees) {
      await writeAsFunction(`users/${person.uid}`, agreed());
    }
    await this.arrive(person, path, site);
    if (path === '/' && isAnswered) {
      // By then the page has heard from Firestore.
      await expect(this.page.locator('recent-moods p, recent-moods li').first()).toBeVisible();
    }
    return person;
  }

  /** Opens the page as someone whom the browser knows to be signed in. */
  async arrive(person: AccountHolder, path = '/', site = ''): Promise<void> {
    this.person = person;
    // A file of the site that runs nothing.
    await this.page.goto(`${site}/robots.txt`);
    await this.page.evaluate(([name, value]) => {
      localStorage.setItem(name, value);
      localStorage.setItem('moodify.signed-in', 'yes');
    }, person.signedIn);
    await this.page.goto(site + path);
    await expect(this.page.getByTestId('page')).not.toHaveAttribute('data-page', 'loading');
  }

  /** Changes the language of the person's profile, as in another browser; the page follows. */
  async changeLanguage(language: 'en' | 'hi'): Promise<void> {
    await writeAsFunction(`users/${this.person?.uid ?? 'nobody'}`, { language });
    await expect(this.page.locator('html')).toHaveAttribute('lang', language);
  }

  /** Opens the page and signs a new person up, who agrees to the notice unless asked otherwise. */
  async signUp(address = '/', { agrees = true } = {}): Promise<Credentials> {
    const person = newPerson();
    await this.open(address);
    await this.fill(person);
    await this.page.getByTestId('sign-up').click();
    await expect(this.status).toHaveText('Ready when you are.');
    if (agrees) {
      await this.agree();
    }
    return person;
  }

  /** Opens the page and lets a guest in, without an account. */
  async enterAsGuest({ agrees = true } = {}): Promise<void> {
    await this.open();
    await this.page.getByTestId('try-anonymous').click();
    await expect(this.page.getByTestId('page')).toHaveAttribute('data-page', 'home');
    if (agrees) {
      await this.agree();
    }
  }

  /** Opens the notice about photos from the foot of the page, and agrees to it. */
  async agree(): Promise<void> {
    await this.page.getByTestId('privacy-notice').click();
    await this.page.getByTestId('consent-accept').click();
    await expect(this.page.getByTestId('consent-notice')).toBeHidden();
  }

  /** Goes to a page by its link, once someone is signed in. */
  async goTo(page: 'home' | 'history' | 'insights' | 'saved' | 'profile'): Promise<void> {
    await this.page.getByTestId(`nav-${page}`).click();
    await expect(this.page.getByTestId('page')).toHaveAttribute('data-page', page);
  }

  async signOut(): Promise<void> {
    await this.page.getByTestId('sign-out').click();
    await expect(this.page.getByTestId('email')).toBeVisible();
  }

  async give(photo: PhotoFile): Promise<void> {
    await this.photoInput.setInputFiles(photo);
  }
}
