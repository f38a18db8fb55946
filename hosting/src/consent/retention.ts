import { rows } from '../../../docs/retention.json';
import { asTimeSpan, text, type MessageKey } from '../messages/messages';

type PartAfter<Stem extends string> = MessageKey extends infer Key
  ? Key extends `${Stem}.${infer Part}`
    ? Part
    : never
  : never;

/** One thing that is kept. */
export interface Retained {
  readonly id: PartAfter<'retention.what'>;
  /** What ends its time, or that only time does. */
  readonly rule: PartAfter<'retention.rule'>;
  /** How long it stays at most; absent if nothing but its person ends it. */
  readonly time?: { readonly amount: number; readonly unit: 'day' | 'hour' | 'minute' };
  /** When it is gone once its person deletes the account. */
  readonly erased: PartAfter<'retention.erased'>;
}

/** Everything that is kept, by the list that README and threat model show as well. */
export const RETAINED = rows as readonly Retained[];

/** Returns how long something is kept, such as `until you delete it`. */
export function keptFor({ rule, time }: Retained): string {
  return text(`retention.rule.${rule}`, time && { time: asTimeSpan(time.amount, time.unit) });
}

/** Returns how long something stays at most, such as `7 days`. */
export function timeOf(id: Retained['id']): string {
  const time = RETAINED.find((each) => each.id === id)?.time;
  if (!time) {
    throw new Error(`Nothing but its person ends ${id}`);
  }
  return asTimeSpan(time.amount, time.unit);
}
