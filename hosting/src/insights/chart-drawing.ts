// Chart.js, of which only what bars need is registered. It draws on a canvas and sets styles through
// the object model alone, so that it holds under a strict Content-Security-Policy. This module is
// fetched with the first chart.
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  Tooltip,
  type ChartConfiguration,
  type Plugin,
} from 'chart.js';
import type { ChartData, SeriesStyle } from './chart-data';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** A chart on the page. */
export interface Drawing {
  /** Shows other data, or the same in other colours. */
  redraw(data: ChartData): void;
  remove(): void;
}

/** Draws data on a canvas, in the colours that the page has now. */
export function draw(canvas: HTMLCanvasElement, data: ChartData): Drawing {
  let chart = new Chart(canvas, configuration(canvas, data));
  return {
    redraw(other) {
      chart.destroy();
      chart = new Chart(canvas, configuration(canvas, other));
    },
    remove() {
      chart.destroy();
    },
  };
}

/** Bars no thicker than this look like bars, in pixels. */
const THICKEST = 34;

/** Lying bars leave a part of the field to the value that is written beside them. */
const ROOM_FOR_VALUE = 1.15;

function configuration(canvas: HTMLCanvasElement, data: ChartData): ChartConfiguration<'bar'> {
  const paint = paintOf(canvas);
  const { lying, stacked, categories, series, styles } = data;
  const write = data.write ?? String;
  const isRightToLeft = getComputedStyle(canvas).direction === 'rtl';
  const font = { family: getComputedStyle(canvas).fontFamily, size: 12 };
  const ticks = { color: paint('--ink-soft'), font };
  const categoryAxis = {
    stacked,
    grid: { display: false },
    border: { color: paint('--line') },
    ticks: { ...ticks, autoSkip: !lying, maxRotation: 0, autoSkipPadding: 10 },
    reverse: isRightToLeft && !lying,
    ...(lying && isRightToLeft && { position: 'right' as const }),
  };
  const valueAxis = {
    display: !lying,
    ...(lying && { max: ROOM_FOR_VALUE * Math.max(...series.flatMap(({ values }) => values)) }),
    stacked,
    beginAtZero: true,
    border: { display: false },
    grid: { color: paint('--line') },
    ticks: {
      ...ticks,
      precision: 0,
      maxTicksLimit: 5,
      callback: (value: number | string) => write(Number(value)),
    },
    reverse: isRightToLeft && lying,
    ...(!lying && isRightToLeft && { position: 'right' as const }),
  };
  return {
    type: 'bar',
    plugins: lying ? [valuesBeside(write, paint('--ink'), font)] : [],
    data: {
      labels: categories.map(({ label }) => label),
      datasets: series.map(({ name, style, values }) => ({
        label: name,
        data: [...values],
        backgroundColor: styles ? styles.map((each) => colour(paint, each)) : colour(paint, style),
        // A seam in the colour of the ground parts the bars that stand on one another.
        borderColor:
          style === 'before' && !styles ? paint('--chart-before-line') : paint('--surface'),
        borderWidth: style === 'before' && !styles ? 1.5 : stacked ? 1 : 0,
        borderRadius: 4,
        borderSkipped: false,
        maxBarThickness: THICKEST,
        categoryPercentage: lying ? 0.78 : 0.86,
        barPercentage: stacked ? 0.96 : 0.92,
      })),
    },
    options: {
      indexAxis: lying ? 'y' : 'x',
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      locale: document.documentElement.lang,
      layout: { padding: 0 },
      interaction: { mode: 'index', axis: lying ? 'y' : 'x', intersect: false },
      scales: { [lying ? 'y' : 'x']: categoryAxis, [lying ? 'x' : 'y']: valueAxis },
      plugins: {
        tooltip: {
          rtl: isRightToLeft,
          backgroundColor: paint('--ink'),
          titleColor: paint('--surface'),
          bodyColor: paint('--surface'),
          titleFont: { ...font, weight: 600 },
          bodyFont: font,
          padding: 10,
          cornerRadius: 8,
          boxPadding: 4,
          multiKeyBackground: paint('--ink'),
          filter: ({ raw }) => Number(raw) > 0,
          callbacks: {
            title: ([item]) => (item && categories[item.dataIndex]?.name) ?? '',
            label: ({ dataset, raw }) => `${dataset.label}: ${write(Number(raw))}`,
          },
        },
      },
    },
  };
}

function colour(paint: Paint, style: SeriesStyle): string {
  return paint(`--chart-${style}`);
}

/** Writes each value where its lying bar ends, so that no scale is needed. */
function valuesBeside(
  write: (value: number) => string,
  color: string,
  { family, size }: { family: string; size: number },
): Plugin<'bar'> {
  return {
    id: 'values-beside',
    afterDatasetsDraw(chart) {
      const { ctx, data, scales } = chart;
      const isReversed = scales.x?.options.reverse ?? false;
      ctx.save();
      ctx.fillStyle = color;
      ctx.font = `550 ${size}px ${family}`;
      ctx.textBaseline = 'middle';
      ctx.textAlign = isReversed ? 'right' : 'left';
      data.datasets.forEach(({ data: values }, index) => {
        chart.getDatasetMeta(index).data.forEach(({ x, y }, place) => {
          ctx.fillText(write(Number(values[place])), x + (isReversed ? -8 : 8), y);
        });
      });
      ctx.restore();
    },
  };
}

type Paint = (property: `--${string}`) => string;

/**
 * Returns what resolves the page's colours. A custom property is handed out unresolved, such as
 * `light-dark(...)`; the colour of an element that uses it is not.
 */
function paintOf(canvas: HTMLCanvasElement): Paint {
  const { parentElement } = canvas;
  return (property) => {
    const probe = document.createElement('span');
    probe.style.color = `var(${property})`;
    parentElement?.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
}
