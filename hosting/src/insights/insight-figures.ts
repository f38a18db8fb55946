import { html } from 'lit';
import { asPercent, text } from '../messages/messages';
import { emotionFace } from '../mood/emotion-face';
import { hourName, number, weekdayName } from './charts';
import { busiest, mostFrequent, total, type Summary } from './summary';

/** What stands out, in a row of single figures. */
export function figures(summary: Summary) {
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
