import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { NotCachedError, reportFailure } from '../firebase/not-cached';
import { troubleMessage } from '../firebase/trouble';
import { counted, text, type CountedKey, type MessageKey } from '../messages/messages';
import type { Session } from '../session/session';
import { LightDomElement } from '../shared/light-dom-element';
import { recentTime, trendChart, zoneName } from './charts';
import '../shared/segments.css';
import './insight-chart';
import { figures } from './insight-figures';
import { hour, lift, share, weekday } from './insight-sections';
import '../shared/empty-state.css';
import './insights-page.css';
import { InsightsStore } from './insights-store';
import { periods, SPANS, type Span } from './periods';
import { total, type Summary } from './summary';

const TREND_FINDINGS: Readonly<Record<Span, CountedKey>> = {
  month: 'insights.days.month',
  quarter: 'insights.days.quarter',
  year: 'insights.days.year',
};

/** Patterns across a person's entries: one document, counted by a function. */
@customElement('insights-page')
export class InsightsPage extends LightDomElement {
  @property({ attribute: false }) session!: Session;

  /** Not known before the first answer; then a summary, or nothing where none is counted yet. */
  @state() private found: { readonly summary: Summary | undefined } | undefined;
  @state() private trouble: MessageKey | undefined;
  @state() private span: Span = 'month';
  @state() private newest: Date | undefined;

  private unwatch: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
  }

  protected override render() {
    return html`
      <div class="insights" aria-busy=${!this.found && !this.trouble}>
        <header class="insights-head">
          <h1 tabindex="-1">${text('insights.page.title')}</h1>
          <p class="soft">${text('insights.introduction')}</p>
        </header>
        ${this.content()}
      </div>
    `;
  }

  private content() {
    if (this.trouble) {
      return this.failure(this.trouble);
    }
    if (!this.found) {
      return html`<div class="card insights-waiting" aria-hidden="true"></div>`;
    }
    const { summary } = this.found;
    return summary && summary.entries > 0 ? this.summary(summary) : empty();
  }

  private summary(summary: Summary) {
    return html`
      ${this.freshness(summary)} ${figures(summary)} ${this.trend(summary)}
      <div class="insights-pair">${share(summary)} ${weekday(summary)}</div>
      ${hour(summary)} ${lift(summary.lift)}
    `;
  }

  private freshness({ updatedAt, timeZone }: Summary) {
    const isStale = updatedAt && this.newest && this.newest > updatedAt;
    return html`
      <p class="soft insights-time" data-testid="insights-updated">
        ${
          updatedAt
            ? text('insights.updated', recentTime(updatedAt, timeZone, new Date()))
            : text('insights.zone', { zone: zoneName(timeZone) })
        }
      </p>
      ${
        isStale
          ? html`<p class="note" role="status" data-testid="insights-stale">
              ${text('insights.stale')}
            </p>`
          : nothing
      }
    `;
  }

  private trend(summary: Summary) {
    const all = periods(summary, this.span, new Date());
    const entries = all.reduce((sum, { counts }) => sum + total(counts), 0);
    return html`
      <section class="card">
        <insight-chart
          data-testid="chart-days"
          heading=${text('insights.days')}
          finding=${counted(TREND_FINDINGS[this.span], entries)}
          .data=${trendChart(all, this.span)}
          .control=${this.spans()}
        ></insight-chart>
      </section>
    `;
  }

  private spans() {
    return html`
      <fieldset class="spans">
        <legend class="visually-hidden">${text('insights.span')}</legend>
        <div class="segments">
          ${(Object.keys(SPANS) as Span[]).map(
            (span) => html`
              <label>
                <input
                  class="visually-hidden"
                  type="radio"
                  name="span"
                  value=${span}
                  data-testid=${`span-${span}`}
                  .checked=${this.span === span}
                  @change=${() => {
                    this.span = span;
                  }}
                />
                <span class="segment">${text(`insights.span.${span}`)}</span>
              </label>
            `,
          )}
        </div>
      </fieldset>
    `;
  }

  private failure(trouble: MessageKey) {
    return html`
      <div class="insights-trouble" role="alert">
        <p class="trouble" data-testid="error">${text('insights.error')} ${text(trouble)}</p>
        <button class="button" type="button" @click=${this.open}>${text('trouble.retry')}</button>
      </div>
    `;
  }

  private open(): void {
    this.unwatch?.();
    this.trouble = undefined;
    const { stores, person } = this.session;
    const store = new InsightsStore(stores.firestore, person.uid);
    this.unwatch = store.watch(
      (summary) => {
        this.trouble = undefined;
        this.found = { summary };
        void this.lookForNewer(store);
      },
      (error) => {
        reportFailure(error, () => {
          if (!(error instanceof NotCachedError && this.found)) {
            console.warn('The insights cannot be listened to', error);
            this.trouble = troubleMessage(error);
          }
        });
      },
    );
  }

  private async lookForNewer(store: InsightsStore) {
    try {
      this.newest = await store.newestKnown();
    } catch (error) {
      // Whether they are up to date is then not said; what they say holds.
      console.warn('The newest entry could not be looked up', error);
    }
  }
}

function empty() {
  return html`
    <section class="card empty" data-testid="insights-empty">
      <div class="empty-bars" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i></div>
      <h2>${text('insights.empty.title')}</h2>
      <p class="soft">${text('insights.empty')}</p>
      <a class="button primary" href="/">${text('insights.empty.begin')}</a>
    </section>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'insights-page': InsightsPage;
  }
}
