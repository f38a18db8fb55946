import { html, nothing, type TemplateResult } from 'lit';
import { text } from '../messages/messages';
import type { Track } from './track';

/** Where credits stand: in the list, or in the player. Their test ids begin with it. */
type Place = 'track' | 'player';

/** Who made a track, linked where there is a page of theirs. */
export function trackArtist({ artist, links }: Track, place: Place): TemplateResult {
  return link(html`<bdi>${artist}</bdi>`, links?.artistPage, `${place}-artist`);
}

/** Where a track comes from and on what terms, as catalogues ask for it. */
export function trackCredits(
  { source, recipe, links }: Track,
  place: Place,
): TemplateResult | typeof nothing {
  if (recipe) {
    return html`<span data-testid=${`${place}-source`}>${text('source.original')}</span>`;
  }
  if (!source) {
    return nothing;
  }
  const licence = links?.licence;
  return html`
    ${link(text('source.music-by', { source }), links?.page, `${place}-source`)}
    ${licence ? html`· ${link(licence.name, licence.url, `${place}-licence`)}` : nothing}
  `;
}

function link(
  words: string | TemplateResult,
  address: string | undefined,
  testId: string,
): TemplateResult {
  return address
    ? html`<a data-testid=${testId} href=${address} target="_blank" rel="noopener noreferrer"
        >${words}</a
      >`
    : html`<span data-testid=${testId}>${words}</span>`;
}
