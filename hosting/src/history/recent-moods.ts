import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { asDayAndTime, asPercent, text } from '../messages/messages';
import { emotionFace } from '../mood/emotion-face';
import { expressionOf, type Mood } from '../mood/mood';
import { LightDomElement } from '../shared/light-dom-element';
import { isDeleted, watchDeleted } from './deleting';
import { entryTitle } from './entry-words';
import './recent-moods.css';

/** The person's last entries. Fires `entry` with a {@link Mood} when one is to be shown. */
@customElement('recent-moods')
export class RecentMoods extends LightDomElement {
  /** Absent until they are known. */
  @property({ attribute: false }) moods: readonly Mood[] | undefined;
  @property({ type: Boolean }) failed = false;
  /** The entry that is shown now. */
  @property({ attribute: 'shown-id' }) shownId: string | undefined;

  private unwatch: (() => void) | undefined;

  protected override render() {
    return html`
      <section class="recent-moods" aria-busy=${!this.moods && !this.failed}>
        <h2>${text('history.title')}</h2>
        ${this.failed ? html`<p class="trouble">${text('history.error')}</p>` : this.list()}
      </section>
    `;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = watchDeleted(() => {
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
  }

  private list() {
    const moods = this.moods?.filter(({ id }) => !isDeleted(id));
    if (!moods) {
      return nothing;
    }
    if (moods.length === 0) {
      return html`<p class="soft">${text('history.empty')}</p>`;
    }
    return html`
      <ul>
        ${repeat(
          moods,
          ({ id }) => id,
          (mood) => this.entry(mood),
        )}
      </ul>
    `;
  }

  private entry(mood: Mood) {
    const time = mood.createdAt ? asDayAndTime(mood.createdAt) : '';
    return html`
      <li>
        <button
          type="button"
          class="entry"
          data-testid="history-entry"
          aria-current=${this.shownId === mood.id}
          @click=${() => {
            this.emit('entry', mood);
          }}
        >
          ${emotionFace(expressionOf(mood))}
          <strong>${entryTitle(mood)}</strong>
          ${
            mood.confidence !== undefined && !mood.correction
              ? html`<span class="soft">${asPercent(mood.confidence)}</span>`
              : nothing
          }
          <time class="soft" datetime=${mood.createdAt?.toISOString() ?? nothing}>${time}</time>
        </button>
      </li>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'recent-moods': RecentMoods;
  }
}
