import type { Track } from '../../playlist/track';
import type { Player } from './player';
import type { PlayerState } from './player-state';

/** How far the system's keys go back and forth where they do not say, in seconds. */
const STEP = 10;

/** Draws a track's cover; the address is of this page. Nothing where that cannot be done. */
export type CoverArtist = (track: Track) => Promise<string | undefined>;

/**
 * Shows what plays on the lock screen, on headphones and wherever else the system shows it, and obeys
 * the keys there. Does nothing where the browser knows no Media Session.
 *
 * @returns what ends it
 */
export function connectMediaKeys(
  player: Player,
  drawCover: CoverArtist,
  session: MediaSession | undefined = ownSession(),
): () => void {
  if (!session) {
    return () => undefined;
  }
  for (const [action, act] of Object.entries(actionsOf(player))) {
    setHandler(session, action as MediaSessionAction, act);
  }
  let shownId: string | undefined;
  const show = (state: PlayerState) => {
    const { status, track } = state;
    if (status === 'idle' || !track) {
      shownId = undefined;
      session.metadata = null;
      session.playbackState = 'none';
      return;
    }
    session.playbackState = status === 'paused' ? 'paused' : 'playing';
    showPosition(session, state);
    if (track.id !== shownId) {
      shownId = track.id;
      session.metadata = metadataOf(track);
      void drawCover(track).then((cover) => {
        if (cover && shownId === track.id) {
          session.metadata = metadataOf(track, cover);
        }
      });
    }
  };
  show(player.state);
  const unwatch = player.watch(show);
  return () => {
    unwatch();
    session.metadata = null;
    session.playbackState = 'none';
    Object.keys(actionsOf(player)).forEach((action) => {
      setHandler(session, action as MediaSessionAction, null);
    });
  };
}

/** The types promise one in every browser. */
function ownSession(): MediaSession | undefined {
  return (navigator as Partial<Navigator>).mediaSession;
}

function actionsOf(player: Player): Partial<Record<MediaSessionAction, MediaSessionActionHandler>> {
  const leap = (seconds: number) => {
    player.seek(player.state.position + seconds);
  };
  return {
    play: () => void player.resume(),
    pause: () => {
      player.pause();
    },
    stop: () => {
      player.pause();
    },
    nexttrack: () => void player.next(),
    previoustrack: () => void player.previous(),
    seekforward: ({ seekOffset }) => {
      leap(seekOffset ?? STEP);
    },
    seekbackward: ({ seekOffset }) => {
      leap(-(seekOffset ?? STEP));
    },
    seekto: ({ seekTime }) => {
      player.seek(seekTime ?? 0);
    },
  };
}

function setHandler(
  session: MediaSession,
  action: MediaSessionAction,
  act: MediaSessionActionHandler | null,
): void {
  try {
    session.setActionHandler(action, act);
  } catch {
    // A browser may not know every action; the others are as good without it.
  }
}

function metadataOf({ title, artist, source }: Track, cover?: string): MediaMetadata {
  return new MediaMetadata({
    title,
    artist,
    album: source,
    ...(cover && { artwork: [{ src: cover, sizes: '512x512', type: 'image/png' }] }),
  });
}

function showPosition(session: MediaSession, { status, position, duration }: PlayerState): void {
  if (duration > 0 && (status === 'playing' || status === 'paused')) {
    session.setPositionState({ duration, position: Math.min(position, duration) });
  } else {
    session.setPositionState();
  }
}
