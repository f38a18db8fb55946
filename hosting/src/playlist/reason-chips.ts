import { html, nothing, type TemplateResult } from 'lit';
import { text } from '../messages/messages';
import { reasonText } from './reason-text';
import type { Reason } from './track';

/** Why a track was chosen, a chip for each reason that this page has words for. */
export function reasonChips(
  reasons: readonly Reason[],
  testId: string,
): TemplateResult | typeof nothing {
  const words = reasons.flatMap((reason) => reasonText(reason) ?? []);
  return words.length > 0
    ? html`
        <ul class="reasons" data-testid=${testId} aria-label=${text('playlist.reasons')}>
          ${words.map((word) => html`<li class="chip">${word}</li>`)}
        </ul>
      `
    : nothing;
}
