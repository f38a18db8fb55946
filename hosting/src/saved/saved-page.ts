import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { attempt } from '../firebase/attempt';
import { troubleMessage } from '../firebase/trouble';
import { counted, text, type MessageKey } from '../messages/messages';
import type { Session } from '../session/session';
import { announce } from '../shared/announcer';
import { confirmed } from '../shared/confirmation';
import { LightDomElement } from '../shared/light-dom-element';
import './saved-item';
import type { SavedPlaylist } from './saved-playlist';
import '../shared/empty-state.css';
import './save-playlist.css';
import './saved-page.css';
import { SavedStore, type SavedCursor } from './saved-store';

/** How many saved playlists a page holds. */
const PAGE = 20;

const FAILURE = 'A saved playlist could not be changed';

/** The playlists that a person keeps, the newest first. */
@customElement('saved-page')
export class SavedPage extends LightDomElement {
  @property({ attribute: false }) session!: Session;

  /** Absent until they are known. */
  @state() private playlists: readonly SavedPlaylist[] | undefined;
  @state() private next: SavedCursor | undefined;
  @state() private trouble: MessageKey | undefined;
  @state() private isLoading = false;

  private store!: SavedStore;

  override connectedCallback(): void {
    super.connectedCallback();
    const { stores, person } = this.session;
    this.store = new SavedStore(stores.firestore, person.uid);
    void this.load();
  }

  protected override render() {
    return html`
      <div
        class="saved"
        aria-busy=${!this.playlists && !this.trouble}
        @saved-rename=${this.rename}
        @saved-delete=${this.delete}
      >
        <header class="saved-head">
          <h1 tabindex="-1">${text('saved.page.title')}</h1>
          <p class="soft">${text('saved.introduction')}</p>
        </header>
        ${this.trouble ? this.failure(this.trouble) : nothing}
        ${this.playlists ? this.list(this.playlists) : this.trouble ? nothing : waiting()}
      </div>
    `;
  }

  private list(playlists: readonly SavedPlaylist[]) {
    if (playlists.length === 0) {
      return empty();
    }
    return html`
      <ul class="saved-list">
        ${repeat(
          playlists,
          ({ id }) => id,
          (saved) => html`
            <li>
              <saved-item .saved=${saved} .player=${this.session.player}></saved-item>
            </li>
          `,
        )}
      </ul>
      ${
        this.next
          ? html`<button
              class="button saved-more"
              type="button"
              data-testid="saved-more"
              aria-disabled=${this.isLoading}
              @click=${() => void this.load(this.next)}
            >
              ${text(this.isLoading ? 'saved.loading' : 'saved.more')}
            </button>`
          : nothing
      }
    `;
  }

  private failure(trouble: MessageKey) {
    return html`
      <div class="saved-trouble" role="alert">
        <p class="trouble" data-testid="error">${text('saved.error')} ${text(trouble)}</p>
        <button class="button" type="button" @click=${() => void this.load()}>
          ${text('trouble.retry')}
        </button>
      </div>
    `;
  }

  private async load(after?: SavedCursor) {
    if (this.isLoading) {
      return;
    }
    this.isLoading = true;
    this.trouble = undefined;
    try {
      const { playlists, next } = await this.store.page(PAGE, after);
      this.playlists = after ? [...(this.playlists ?? []), ...playlists] : playlists;
      this.next = next;
      if (after) {
        announce(counted('saved.more-shown', playlists.length));
        await this.updateComplete;
        this.focusItem(playlists[0]?.id);
      }
    } catch (error) {
      console.warn('Saved playlists could not be read', error);
      this.trouble = troubleMessage(error);
    } finally {
      this.isLoading = false;
    }
  }

  private async rename({ detail }: CustomEvent<{ saved: SavedPlaylist; name: string }>) {
    const { saved, name } = detail;
    const show = (shown: string) => {
      this.playlists = this.playlists?.map((each) =>
        each.id === saved.id ? { ...each, name: shown } : each,
      );
    };
    show(name);
    const isDone = await attempt(() => this.store.rename(saved.id, name), FAILURE);
    if (isDone) {
      announce(text('saved.renamed', { name }));
    } else {
      show(saved.name);
    }
  }

  private async delete({ detail: saved }: CustomEvent<SavedPlaylist>) {
    const isSure = await confirmed({
      title: text('saved.delete.title'),
      explanation: text('saved.delete.explanation', { name: saved.name }),
      action: text('saved.delete.confirm'),
    });
    if (!isSure || !(await attempt(() => this.store.delete(saved.id), FAILURE))) {
      return;
    }
    const ids = this.playlists?.map(({ id }) => id) ?? [];
    const place = ids.indexOf(saved.id);
    this.playlists = this.playlists?.filter(({ id }) => id !== saved.id);
    announce(text('saved.deleted', { name: saved.name }));
    await this.updateComplete;
    this.focusItem(ids[place + 1] ?? ids[place - 1]);
  }

  private focusItem(id: string | undefined): void {
    const item = id ? this.querySelector<HTMLElement>(`#saved-${CSS.escape(id)} button`) : null;
    (item ?? this.querySelector<HTMLElement>('h1'))?.focus();
  }
}

function empty() {
  return html`
    <section class="card empty" data-testid="saved-empty">
      <div class="empty-covers" aria-hidden="true"><i></i><i></i><i></i></div>
      <h2>${text('saved.empty.title')}</h2>
      <p class="soft">${text('saved.empty')}</p>
      <a class="button primary" href="/history">${text('saved.empty.begin')}</a>
    </section>
  `;
}

function waiting() {
  return html`<div class="card saved-waiting" aria-hidden="true"></div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'saved-page': SavedPage;
  }
}
