import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Session } from '../app/session';
import { NotRememberedError, tellFailure } from '../firebase/not-remembered';
import { troubleMessage } from '../firebase/trouble';
import {
  asDayAndTime,
  asPercent,
  counted,
  text,
  type CountedKey,
  type MessageKey,
} from '../messages/messages';
import { emotionFace } from '../mood/emotion-face';
import { LightElement } from '../shared/light-element';
import {
  hourChart,
  hourName,
  liftChart,
  number,
  shareChart,
  trendChart,
  weekdayChart,
  weekdayName,
  zoneName,
} from './charts';
import '../mood/goal-picker.css';
import './insight-chart';
import '../shared/empty-state.css';
import './insights-page.css';
import { InsightsStore } from './insights-store';
import { periods, SPANS, type Span } from './periods';
import { mostFrequent, total, type Counts, type Lift, type Summary } from './summary';

/** Fewer pairs than this say little about the next one. */
const FEW_PAIRS = 5;

const TREND_FINDINGS: Readonly<Record<Span, CountedKey>> = {
  month: 'insights.days.month',
  quarter: 'insights.days.quarter',
  year: 'insights.days.year',
};

/** What a person's entries say, put together: one document, counted by a function. */
@customElement('insights-page')
export class InsightsPage extends LightElement {
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
            ? text('insights.updated', { time: asDayAndTime(updatedAt), zone: zoneName(timeZone) })
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
        tellFailure(error, () => {
          if (!(error instanceof NotRememberedError && this.found)) {
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

function figures(summary: Summary) {
  const favourite = mostFrequent(summary.emotions);
  const weekday = busiest(summary.weekdays);
  const hour = busiest(summary.hours);
  return html`
    <dl class="figures">
      <div class="card">
        <dt>${text('insights.figure.entries')}</dt>
        <dd data-testid="insights-entries">${number(summary.entries)}</dd>
      </div>
      <div class="card">
        <dt>${text('insights.figure.expression')}</dt>
        <dd>
          ${
            favourite
              ? html`${emotionFace(favourite)}
                  <span class="capital">${text(`emotion.${favourite}`)}</span>
                  <small class="soft"
                    >${asPercent(summary.emotions[favourite] / total(summary.emotions))}</small
                  >`
              : '–'
          }
        </dd>
      </div>
      <div class="card">
        <dt>${text('insights.figure.weekday')}</dt>
        <dd>${weekday === undefined ? '–' : weekdayName(weekday, 'long')}</dd>
      </div>
      <div class="card">
        <dt>${text('insights.figure.hour')}</dt>
        <dd>${hour === undefined ? '–' : hourName(hour, true)}</dd>
      </div>
    </dl>
  `;
}

function share(summary: Summary) {
  const favourite = mostFrequent(summary.emotions);
  return html`
    <section class="card">
      <insight-chart
        data-testid="chart-share"
        heading=${text('insights.shares')}
        finding=${
          favourite
            ? text('insights.shares.finding', {
                emotion: text(`emotion.${favourite}`),
                percent: asPercent(summary.emotions[favourite] / total(summary.emotions)),
              })
            : ''
        }
        .data=${shareChart(summary)}
      ></insight-chart>
    </section>
  `;
}

function weekday(summary: Summary) {
  const number = busiest(summary.weekdays);
  return html`
    <section class="card">
      <insight-chart
        data-testid="chart-weekdays"
        heading=${text('insights.weekdays')}
        finding=${
          number === undefined
            ? ''
            : text('insights.weekdays.finding', { weekday: weekdayName(number, 'long') })
        }
        .data=${weekdayChart(summary)}
      ></insight-chart>
    </section>
  `;
}

function hour(summary: Summary) {
  const number = busiest(summary.hours);
  return html`
    <section class="card">
      <insight-chart
        data-testid="chart-hours"
        heading=${text('insights.hours')}
        finding=${
          number === undefined
            ? ''
            : text('insights.hours.finding', { hour: hourName(number, true) })
        }
        .data=${hourChart(summary)}
      ></insight-chart>
    </section>
  `;
}

function lift(lift: Lift | undefined) {
  if (!lift) {
    return html`
      <section class="card insights-lift">
        <h2>${text('insights.lift')}</h2>
        <p class="soft">${text('insights.lift.none')}</p>
      </section>
    `;
  }
  const lifted = Math.round(lift.liftedShare * lift.pairs);
  return html`
    <section class="card insights-lift">
      <insight-chart
        data-testid="chart-lift"
        heading=${text('insights.lift')}
        finding=${text('insights.lift.finding', {
          lifted: number(lifted),
          pairs: number(lift.pairs),
        })}
        .data=${liftChart(lift)}
      ></insight-chart>
      <p class="note">
        ${text('insights.lift.valence', {
          before: number(lift.meanValenceBefore, 2),
          after: number(lift.meanValenceAfter, 2),
        })}
        ${lift.pairs < FEW_PAIRS ? text('insights.lift.few') : nothing}
        ${text('insights.lift.caution')}
      </p>
    </section>
  `;
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

/** The key with the most entries. */
function busiest(counts: ReadonlyMap<number, Counts>): number | undefined {
  const [first] = [...counts]
    .map(([key, of]) => ({ key, entries: total(of) }))
    .sort((one, other) => other.entries - one.entries || one.key - other.key);
  return first && first.entries > 0 ? first.key : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'insights-page': InsightsPage;
  }
}
