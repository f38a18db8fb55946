import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { text } from '../messages/messages';
import { customProperty } from '../shared/custom-property';
import { LightDomElement } from '../shared/light-dom-element';
import type { ChartData } from './chart-data';
import type { Drawing } from './chart-drawing';
import '../shared/disclosure.css';
import './insight-chart.css';

/** Fetches the library when the first chart is shown. */
const loadDrawing = () => import('./chart-drawing');

let charts = 0;

/** One chart: what it shows in a sentence, its drawing, what the colours mean, and its table. */
@customElement('insight-chart')
export class InsightChart extends LightDomElement {
  @property() heading = '';
  /** What there is to see, in a sentence. */
  @property() finding = '';
  @property({ attribute: false }) data!: ChartData;
  /** What chooses between data, between the words and the drawing. */
  @property({ attribute: false }) control: unknown = nothing;

  @state() private failed = false;

  private drawing: Drawing | undefined;
  private isClosed = false;
  private theme: MutationObserver | undefined;
  private readonly darkness = matchMedia('(prefers-color-scheme: dark)');
  private readonly name = `chart-${(charts += 1)}`;

  override connectedCallback(): void {
    super.connectedCallback();
    this.isClosed = false;
    this.darkness.addEventListener('change', this.redraw);
    this.theme = new MutationObserver(this.redraw);
    this.theme.observe(document.documentElement, {
      attributeFilter: ['data-theme', 'dir', 'lang'],
    });
    if (this.hasUpdated) {
      void this.draw();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.isClosed = true;
    this.darkness.removeEventListener('change', this.redraw);
    this.theme?.disconnect();
    this.drawing?.remove();
    this.drawing = undefined;
  }

  protected override firstUpdated(): void {
    void this.draw();
  }

  protected override updated(): void {
    this.redraw();
  }

  protected override render() {
    const { data, finding, name } = this;
    return html`
      <figure class="insight-chart" aria-labelledby=${`${name}-title`}>
        <figcaption>
          <h2 id=${`${name}-title`}>${this.heading}</h2>
          <p class="soft" id=${`${name}-finding`}>${finding}</p>
        </figcaption>
        ${this.control} ${this.failed ? nothing : this.field()}
        ${data.series.length > 1 ? this.legend() : nothing}
        <details class="disclosure chart-table" ?open=${this.failed}>
          <summary>${text('insights.chart.table')}</summary>
          ${this.table()}
        </details>
      </figure>
    `;
  }

  private field() {
    const { data, finding } = this;
    const bars = data.categories.length * (data.stacked ? 1 : data.series.length);
    return html`
      <div
        class="chart-field"
        ?data-lying=${data.lying}
        ?data-beside=${data.lying && data.series.length > 1}
        ${customProperty('--rows', String(bars))}
      >
        <canvas
          role="img"
          aria-label=${`${this.heading}. ${finding} ${text('insights.chart.table-follows')}`}
        ></canvas>
      </div>
    `;
  }

  private legend() {
    return html`
      <ul class="chart-legend" aria-hidden="true">
        ${this.data.series.map(
          ({ name, style }) => html`<li><i data-style=${style}></i>${name}</li>`,
        )}
      </ul>
    `;
  }

  private table() {
    const { about, categories, series, write = String } = this.data;
    return html`
      <div class="table-field" tabindex="0" role="region" aria-labelledby=${`${this.name}-title`}>
        <table>
          <thead>
            <tr>
              <th scope="col">${about}</th>
              ${series.map(({ name }) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${categories.map(
              ({ name }, index) => html`
                <tr>
                  <th scope="row">${name}</th>
                  ${series.map(({ values }) => html`<td>${write(values[index] ?? 0)}</td>`)}
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  private async draw() {
    try {
      const { draw } = await loadDrawing();
      const canvas = this.querySelector('canvas');
      if (canvas && !this.isClosed && !this.drawing) {
        this.drawing = draw(canvas, this.data);
      }
    } catch (error) {
      // The table says the same; it opens in the chart's place.
      console.warn('The charts could not be loaded', error);
      this.failed = true;
    }
  }

  private readonly redraw = () => {
    this.drawing?.redraw(this.data);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'insight-chart': InsightChart;
  }
}
