import { HistoryStore } from '../history/history-store';
import { JourneyController } from '../journey/journey-controller';
import type { JourneyDependencies } from '../journey/journey-dependencies';
import { takeLock } from '../journey/tab-lock';
import { MoodStore } from '../mood/mood-store';
import { PhotoKeeper } from '../photo/photo-keeper';
import { PhotoStore } from '../photo/photo-store';
import { preparePhoto } from '../photo/prepare-photo';
import { PlaylistStore } from '../playlist/playlist-store';
import type { Session } from '../session/session';

const known = new WeakMap<Session, JourneyController>();

/**
 * Returns the journeys of who is signed in: the same ones however often the main page is opened and
 * left. What another visit has left behind is taken up the first time.
 */
export function journeysOf(session: Session): JourneyController {
  let journeys = known.get(session);
  if (!journeys) {
    journeys = open(session);
    known.set(session, journeys);
  }
  return journeys;
}

function open(session: Session): JourneyController {
  const { firestore } = session.stores;
  const { uid } = session.person;
  const moods = new MoodStore(firestore, uid);
  const playlists = new PlaylistStore(firestore, uid);
  const photos = new PhotoStore(session.stores, uid);
  const history = new HistoryStore(session.stores, uid);
  const keeper = new PhotoKeeper(uid);
  const journeys = new JourneyController({
    prepare: preparePhoto,
    newId: () => moods.newId(),
    upload: photos.upload.bind(photos),
    pick: moods.pick.bind(moods),
    remove: (moodId) => history.remove(moodId, session.profile.current?.keepPhotos ?? false),
    hasEntry: moods.has.bind(moods),
    watchMood: moods.watch.bind(moods),
    watchPlaylist: playlists.watch.bind(playlists),
    keeper,
    tab: tabOf(uid),
    takeLock,
  });
  session.ended.addEventListener('abort', () => {
    const isExpired = journeys.current?.trouble === 'trouble.session';
    journeys.close();
    // Who leaves a machine leaves no photo on it; who was thrown out comes back for it.
    if (!isExpired) {
      void keeper.forgetAll();
    }
  });
  const isGiven = session.profile.known().then(
    () => session.consent.isGiven,
    // The frame reports it; whatever is left to be sent is asked about.
    () => false,
  );
  void isGiven.then((maySend) => journeys.resume(maySend));
  return journeys;
}

/** Session storage lives as long as the tab, across reloads. */
function tabOf(uid: string): JourneyDependencies['tab'] {
  const read = (what: string) => sessionStorage.getItem(`moodify.${what}.${uid}`) ?? undefined;
  const write = (what: string, moodId: string | undefined) => {
    if (moodId === undefined) {
      sessionStorage.removeItem(`moodify.${what}.${uid}`);
    } else {
      sessionStorage.setItem(`moodify.${what}.${uid}`, moodId);
    }
  };
  return {
    get current() {
      return read('current');
    },
    set current(moodId) {
      write('current', moodId);
    },
    get finished() {
      return read('finished');
    },
    set finished(moodId) {
      write('finished', moodId);
    },
  };
}
