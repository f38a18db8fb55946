import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { NotCachedError, reportFailure } from '../firebase/not-cached';
import { troubleMessage } from '../firebase/trouble';
import { counted, text, type MessageKey } from '../messages/messages';
import type { Session } from '../session/session';
import { announce } from '../shared/announcer';
import { LightDomElement } from '../shared/light-dom-element';
import { notify } from '../shared/notices';
import { byDay } from './days';
import { deleteAllEntries, deleteEntry, finishDeleting, isDeleted, watchDeleted } from './deleting';
import type { Entry } from './entry';
import './history-list.css';
import {
  deleteAllButton,
  entriesOfDay,
  failure,
  moreButton,
  noEntries,
  placeholders,
} from './history-parts';
import { HistoryStore } from './history-store';
import { playEntry } from './playing';
import { Timeline } from './timeline';
import type { EntryActions } from './timeline-entry';

/** How many entries a page holds. */
const PAGE = 20;

/** All entries of a person by day, the newest first. */
@customElement('history-list')
export class HistoryList extends LightDomElement {
  @property({ attribute: false }) session!: Session;

  @state() private trouble: MessageKey | undefined;
  @state() private isLoading = false;
  /** The entries that are being deleted, or whose playlist is being fetched. */
  @state() private busyIds: ReadonlySet<string> = new Set();
  /** How many entries are gone, while all are being deleted. */
  @state() private deleted: number | undefined;

  private timeline = new Timeline(PAGE);
  private store!: HistoryStore;
  private unwatch: (() => void) | undefined;
  private unwatchDeleted: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.store = new HistoryStore(this.session.stores, this.session.person.uid);
    this.unwatchDeleted = watchDeleted(({ id, isHidden }) => void this.follow(id, isHidden));
    void finishDeleting(this.store);
    this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
    this.unwatchDeleted?.();
  }

  protected override render() {
    const { trouble } = this;
    const { entries } = this;
    return html`
      <div class="history" aria-busy=${!entries && !trouble}>
        <header class="history-head">
          <h1 tabindex="-1">${text('history.page.title')}</h1>
          ${
            entries && entries.length > 0
              ? deleteAllButton(this.deleted, () => void this.deleteAll())
              : nothing
          }
          <p class="soft">${text('history.page.introduction')}</p>
        </header>
        ${
          trouble
            ? failure(trouble, () => {
                this.open();
              })
            : nothing
        }
        ${entries ? this.days(entries) : trouble ? nothing : placeholders()}
      </div>
    `;
  }

  /** What is deleted for the eye is not shown, also while it can still be taken back. */
  private get entries(): readonly Entry[] | undefined {
    return this.timeline.entries?.filter(({ mood }) => !isDeleted(mood.id));
  }

  private days(entries: readonly Entry[]) {
    if (entries.length === 0) {
      return noEntries();
    }
    const now = new Date();
    return html`
      ${repeat(
        byDay(entries, now),
        ({ date }) => date,
        (day) => entriesOfDay(day, now, (entry) => this.actionsOf(entry)),
      )}
      <footer class="history-foot">
        <p class="soft">${counted('history.shown', entries.length)}</p>
        ${this.timeline.hasMore ? moreButton(this.isLoading, () => void this.showMore()) : nothing}
      </footer>
    `;
  }

  private actionsOf(entry: Entry): EntryActions {
    return {
      isBusy: this.busyIds.has(entry.mood.id),
      session: this.session,
      onPlay: () => void this.play(entry),
      onDelete: () => void this.delete(entry),
    };
  }

  private open(): void {
    this.unwatch?.();
    this.trouble = undefined;
    this.unwatch = this.store.watchNewest(
      PAGE,
      (entries, isCached) => {
        this.trouble = undefined;
        this.timeline.showNewest(entries, isCached);
        this.requestUpdate();
      },
      (error) => {
        reportFailure(error, () => {
          if (!(error instanceof NotCachedError && this.timeline.entries)) {
            console.warn('The history cannot be listened to', error);
            this.trouble = troubleMessage(error);
          }
        });
      },
    );
  }

  private async showMore() {
    const { oldestId } = this.timeline;
    if (oldestId === undefined || this.isLoading) {
      return;
    }
    this.isLoading = true;
    try {
      const { entries: older, isLast } = await this.store.older(PAGE, oldestId);
      this.timeline.addOlder(older, isLast);
      this.isLoading = false;
      await this.updateComplete;
      announce(counted('history.more-shown', older.length));
      this.focusEntry(older[0]?.mood.id);
    } catch (error) {
      console.warn('Older entries could not be read', error);
      this.isLoading = false;
      notify({ key: troubleMessage(error), kind: 'trouble' });
    }
  }

  private async play(entry: Entry) {
    await this.whileBusy(entry, () => playEntry(this.session, this.store, entry.mood.id));
  }

  /** What comes back has the focus, which was on the way there. */
  private async follow(id: string, isHidden: boolean) {
    this.requestUpdate();
    await this.updateComplete;
    if (!isHidden) {
      this.focusEntry(id);
    }
  }

  private async delete(entry: Entry) {
    const ids = this.entries?.map(({ mood }) => mood.id) ?? [];
    const place = ids.indexOf(entry.mood.id);
    if (deleteEntry(this.store, entry)) {
      await this.updateComplete;
      this.focusEntry(ids[place + 1] ?? ids[place - 1]);
    }
  }

  private async deleteAll() {
    const isDone = await deleteAllEntries(this.store, (deleted) => {
      this.deleted = deleted;
    });
    this.deleted = undefined;
    if (isDone) {
      this.timeline = new Timeline(PAGE);
      this.open();
      this.querySelector<HTMLElement>('h1')?.focus();
    }
  }

  private async whileBusy({ mood }: Entry, work: () => Promise<void>) {
    if (this.busyIds.has(mood.id)) {
      return;
    }
    this.busyIds = new Set([...this.busyIds, mood.id]);
    try {
      await work();
    } finally {
      this.busyIds = new Set([...this.busyIds].filter((id) => id !== mood.id));
    }
  }

  /** Where the focus was is gone or far away: it goes to what the person is likely to look at. */
  private focusEntry(id: string | undefined): void {
    const link = id
      ? this.querySelector<HTMLElement>(`a[href="/history/${CSS.escape(id)}"]`)
      : null;
    (link ?? this.querySelector<HTMLElement>('h1'))?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'history-list': HistoryList;
  }
}
