import { text } from '../messages/messages';

/** Writes a length of time in minutes and seconds, such as `3:05`. */
export function asDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return text('playlist.duration', {
    minutes: String(Math.floor(whole / 60)),
    seconds: String(whole % 60).padStart(2, '0'),
  });
}
