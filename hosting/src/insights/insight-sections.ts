import { html, nothing } from 'lit';
import { asPercent, text } from '../messages/messages';
import {
  hourChart,
  hourName,
  liftChart,
  number,
  shareChart,
  weekdayChart,
  weekdayName,
} from './charts';
import './insight-chart';
import { busiest, mostFrequent, total, type Lift, type Summary } from './summary';

/** Fewer pairs than this say little about the next one. */
const FEW_PAIRS = 5;

/** How often each expression was there. */
export function share(summary: Summary) {
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

/** On which days of the week entries are made. */
export function weekday(summary: Summary) {
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

/** At which hours of the day entries are made. */
export function hour(summary: Summary) {
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

/** How expressions looked before and after music that was to lift the mood. */
export function lift(lift: Lift | undefined) {
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
