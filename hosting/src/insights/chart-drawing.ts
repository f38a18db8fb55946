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
  type TooltipItem,
} from 'chart.js';
import type { ChartData, Series } from './chart-data';

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

/** What a drawing takes from the page around it. */
interface Surroundings {
  readonly paint: Paint;
  readonly font: { readonly family: string; readonly size: number };
  readonly isRightToLeft: boolean;
}

function configuration(canvas: HTMLCanvasElement, data: ChartData): ChartConfiguration<'bar'> {
  const { direction, fontFamily } = getComputedStyle(canvas);
  const around: Surroundings = {
    paint: paintOf(canvas),
    font: { family: fontFamily, size: 12 },
    isRightToLeft: direction === 'rtl',
  };
  const { lying, categories, series } = data;
  const [index, value] = lying ? (['y', 'x'] as const) : (['x', 'y'] as const);
  return {
    type: 'bar',
    plugins: lying ? [valuesBeside(data, around)] : [],
    data: {
      labels: categories.map(({ label }) => label),
      datasets: series.map((one) => dataset(one, data, around)),
    },
    options: {
      indexAxis: index,
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      locale: document.documentElement.lang,
      layout: { padding: 0 },
      interaction: { mode: 'index', axis: index, intersect: false },
      scales: {
        [index]: categoryAxis(data, around),
        [value]: valueAxis(data, around),
      },
      plugins: { tooltip: tooltip(data, around) },
    },
  };
}

function dataset(
  { name, style, values }: Series,
  { lying, stacked, styles }: ChartData,
  { paint }: Surroundings,
) {
  const isOutlined = style === 'before' && !styles;
  return {
    label: name,
    data: [...values],
    backgroundColor: styles
      ? styles.map((each) => paint(`--chart-${each}`))
      : paint(`--chart-${style}`),
    // A seam in the colour of the ground parts the bars that stand on one another.
    borderColor: paint(isOutlined ? '--chart-before-line' : '--surface'),
    borderWidth: isOutlined ? 1.5 : stacked ? 1 : 0,
    borderRadius: 4,
    borderSkipped: false,
    maxBarThickness: THICKEST,
    categoryPercentage: lying ? 0.78 : 0.86,
    barPercentage: stacked ? 0.96 : 0.92,
  };
}

function categoryAxis({ lying, stacked }: ChartData, { paint, font, isRightToLeft }: Surroundings) {
  return {
    stacked,
    grid: { display: false },
    border: { color: paint('--line') },
    ticks: {
      color: paint('--ink-soft'),
      font,
      autoSkip: !lying,
      maxRotation: 0,
      autoSkipPadding: 10,
    },
    reverse: isRightToLeft && !lying,
    ...(lying && isRightToLeft && { position: 'right' as const }),
  };
}

function valueAxis(
  { lying, stacked, series, write = String }: ChartData,
  { paint, font, isRightToLeft }: Surroundings,
) {
  return {
    display: !lying,
    ...(lying && { max: ROOM_FOR_VALUE * Math.max(...series.flatMap(({ values }) => values)) }),
    stacked,
    beginAtZero: true,
    border: { display: false },
    grid: { color: paint('--line') },
    ticks: {
      color: paint('--ink-soft'),
      font,
      precision: 0,
      maxTicksLimit: 5,
      callback: (value: number | string) => write(Number(value)),
    },
    reverse: isRightToLeft && lying,
    ...(!lying && isRightToLeft && { position: 'right' as const }),
  };
}

function tooltip(
  { categories, write = String }: ChartData,
  { paint, font, isRightToLeft }: Surroundings,
) {
  return {
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
    filter: ({ raw }: TooltipItem<'bar'>) => Number(raw) > 0,
    callbacks: {
      title: ([item]: TooltipItem<'bar'>[]) => (item && categories[item.dataIndex]?.name) ?? '',
      label: ({ dataset, raw }: TooltipItem<'bar'>) => `${dataset.label}: ${write(Number(raw))}`,
    },
  };
}

/** Writes each value where its lying bar ends, so that no scale is needed. */
function valuesBeside(
  { write = String }: ChartData,
  { paint, font: { family, size } }: Surroundings,
): Plugin<'bar'> {
  return {
    id: 'values-beside',
    afterDatasetsDraw(chart) {
      const { ctx, data, scales } = chart;
      const isReversed = scales.x?.options.reverse ?? false;
      ctx.save();
      ctx.fillStyle = paint('--ink');
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
