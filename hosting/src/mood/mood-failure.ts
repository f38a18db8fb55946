import { text, type MessageKey } from '../messages/messages';
import type { Mood } from './mood';

/** The message for each code, see PhotoFault and MoodError in libs/core. */
const SENTENCES: Readonly<Record<string, MessageKey>> = {
  empty: 'photo.error.empty',
  not_an_image: 'photo.error.not-an-image',
  heic_unsupported: 'photo.error.heic',
  avif_unsupported: 'photo.error.avif',
  jpeg_xl_unsupported: 'photo.error.jpeg-xl',
  jpeg_2000_unsupported: 'photo.error.jpeg-2000',
  tiff_unsupported: 'photo.error.tiff',
  icon_unsupported: 'photo.error.icon',
  pdf_unsupported: 'photo.error.pdf',
  video_unsupported: 'photo.error.video',
  svg_unsupported: 'mood.failed.svg',
  format_unsupported: 'mood.failed.format',
  too_many_bytes: 'photo.error.too-large',
  too_many_pixels: 'photo.error.too-many-pixels',
  too_costly: 'photo.error.too-costly',
  damaged: 'mood.failed.damaged',
  photo_gone: 'mood.failed.photo-gone',
  gave_up: 'mood.failed.gave-up',
  stuck: 'mood.failed.stuck',
  interrupted: 'mood.failed.interrupted',
  no_consent: 'mood.failed.no-consent',
  too_many_photos: 'mood.failed.too-many',
};

/** Returns the sentence for a code, if the page knows it. */
export function failureKey(code: string): MessageKey | undefined {
  return SENTENCES[code];
}

/** Returns the sentence that says why a photo could not be read, and what to do. */
export function failureText({ errorCode = '', errorMessage }: Mood): string {
  const key = failureKey(errorCode);
  // A function that is newer than the page may know more than the page can translate.
  return key ? text(key) : (errorMessage ?? text('mood.failed.unknown'));
}
