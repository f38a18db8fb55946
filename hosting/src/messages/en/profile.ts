export const profile = {
  'profile.page.title': 'Profile',
  'profile.loading': 'Loading your profile…',
  'profile.saved': 'Saved.',

  'profile.person': 'You',
  'profile.name': 'Name',
  'profile.name.save': 'Save',
  'profile.nameless': 'No name yet',
  'profile.guest': 'You’re using Moodify without an account.',
  'profile.picture': 'Your picture',
  'profile.picture.choose': 'Choose a picture',
  'profile.picture.change': 'Change picture',
  'profile.picture.remove': 'Remove',
  'profile.picture.saving': 'One moment…',
  'profile.picture.saved': 'Picture saved.',
  'profile.picture.removed': 'Picture removed.',

  'profile.preferences': 'Preferences',
  'profile.goal': 'Default music goal',

  'profile.privacy': 'Photos and privacy',
  'profile.keep-photos': 'Keep my photos',
  'profile.keep-photos.hint':
    'Usually, a photo is deleted as soon as it’s read. If you keep your photos, they appear in your history, where only you can see them. Deleting an entry deletes its photo.',
  'profile.consent': 'Reading expressions',
  'profile.consent.given': 'You agreed on {at}.',
  'profile.consent.missing':
    'You haven’t agreed yet, so no photo is read and the camera stays off. Moodify asks before your first photo.',
  'profile.consent.read': 'Read the notice',
  'profile.consent.kept.title': 'Delete your kept photos too?',
  'profile.consent.kept':
    'From now on no photo is read or kept. Those that you kept earlier are still there. Your entries stay either way.',
  'profile.consent.kept.delete': 'Delete kept photos',
  'profile.consent.deleted': 'Your kept photos are deleted.',
  'profile.consent.withdraw': 'Withdraw consent',

  'profile.account': 'Account',

  'profile.data': 'Your data',
  'profile.download': 'Download your data',
  'profile.download.hint':
    'One ZIP file with everything Moodify stores about you: profile, entries, playlists, likes and dislikes, insights, photos and picture. Open its README.html to read your entries.',
  'profile.download.start': 'Download my data',
  'profile.download.collecting': 'Collecting your data…',
  'profile.download.received': 'Downloading: {kilobytes} KB',
  'profile.download.waiting':
    'There is a lot to collect. The download begins by itself when the file is ready, which can take some minutes; leave this page open.',
  'profile.download.cut': 'The download broke off, so nothing was saved. Please try again.',
  'profile.download.gone': 'Your file could not be made. Please try again.',
  'profile.download.done': 'Your data has been downloaded.',
  'profile.delete': 'Delete everything',
  'profile.delete.hint': 'Your account and everything in it, permanently.',
  'profile.delete.start': 'Delete my account',
  'profile.delete.question': 'Delete your account?',
  'profile.delete.losses': 'This will be gone, on every device:',
  'profile.delete.loss.entries': 'all entries in your history, and photos you kept',
  'profile.delete.loss.music': 'your playlists, and what Moodify has learned about your taste',
  'profile.delete.loss.settings': 'your profile, picture and settings',
  'profile.delete.loss.account': 'the account itself, so you can no longer sign in',
  'profile.delete.final':
    'This can’t be undone. Copies in backups are deleted within {backups}. You may want to download your data first.',
  'profile.delete.sign-in-again':
    'You signed in a while ago. To confirm it’s you, sign out, sign in again, and delete the account within five minutes.',
  'profile.delete.cancel': 'Keep it',
  'profile.delete.confirm': 'Delete everything',
  'profile.delete.working': 'Deleting everything. This takes a few seconds…',
  'profile.delete.erased':
    'Your account has been deleted. Copies in backups are deleted within {backups}. Take care!',
  'profile.delete.goes-on':
    'Your account is being deleted. It’s taking longer than usual and will finish on its own.',
  'profile.new-music': 'When a new mood brings new music',
  'profile.new-music.play': 'Play it at once',
  'profile.new-music.ask': 'Ask first',
  'profile.new-music.hint.play': 'The music fades over; you can undo it.',
  'profile.new-music.hint.ask': 'It waits until you say so, or until the track ends.',
  'profile.delete.so-far': '{deleted} of {total} deleted',
} as const;
