/** The events of an audio element that the player listens to. */
export type AudioEventName =
  'timeupdate' | 'ended' | 'error' | 'pause' | 'play' | 'waiting' | 'playing';

/** What the player plays with: like an `Audio` of the browser, but with one more track at hand. */
export interface AudioElement extends Pick<
  HTMLAudioElement,
  | 'src'
  | 'currentTime'
  | 'duration'
  | 'volume'
  | 'muted'
  | 'paused'
  | 'ended'
  | 'play'
  | 'pause'
  | 'removeAttribute'
> {
  addEventListener(type: AudioEventName, listener: () => void): void;
  /** Loads what is likely to be played next. It is played by setting `src` to the same address. */
  standBy(address: string): void;
}

/** What an audio element reports. */
export interface AudioEvents {
  /** It has come further. */
  readonly onTime: () => void;
  readonly onEnded: () => void;
  /** It cannot play what it was given. */
  readonly onError: () => void;
  /** It was paused past the player, by headphones that are pulled out or by a key of the system's. */
  readonly onPaused: () => void;
  /** It was played past the player. */
  readonly onPlayed: () => void;
  /** It waits for more to come. */
  readonly onWaiting: () => void;
  /** There is sound. */
  readonly onSound: () => void;
}

/** Hands on what an audio element reports. */
export function listenTo(audio: AudioElement, events: AudioEvents): void {
  audio.addEventListener('timeupdate', events.onTime);
  audio.addEventListener('ended', events.onEnded);
  audio.addEventListener('error', events.onError);
  audio.addEventListener('pause', () => {
    if (audio.paused && !audio.ended) {
      events.onPaused();
    }
  });
  audio.addEventListener('play', () => {
    if (!audio.paused) {
      events.onPlayed();
    }
  });
  audio.addEventListener('waiting', events.onWaiting);
  audio.addEventListener('playing', events.onSound);
}
