import type { Emotion } from '../mood/emotion';

/** How a series is drawn: in the colour of an expression, or as the state before or after. */
export type SeriesStyle = Emotion | 'before' | 'after';

/** One row of numbers. */
export interface Series {
  readonly name: string;
  readonly style: SeriesStyle;
  /** One for each category. */
  readonly values: readonly number[];
}

/** What a chart and its table show. */
export interface ChartData {
  /** What the categories are, such as `Weekday`; the head of the table's first column. */
  readonly about: string;
  readonly categories: readonly Category[];
  readonly series: readonly Series[];
  /** Bars lie on their sides, or stand. */
  readonly lying: boolean;
  /** The series stand on one another, or beside one another. */
  readonly stacked: boolean;
  /** Each category has the colour of its own style, for a chart with one series. */
  readonly styles?: readonly SeriesStyle[];
  /** Writes a value; whole numbers if it is absent. */
  readonly write?: (value: number) => string;
}

/** A place on the axis. */
export interface Category {
  /** Short, for the axis. */
  readonly label: string;
  /** In full, for the table and the chart's hints. */
  readonly name: string;
}
