export const profile = {
  'profile.page.title': 'Profile',
  'profile.loading': 'Fetching your profile …',
  'profile.saved': 'Saved.',

  'profile.person': 'You',
  'profile.name': 'Name',
  'profile.name.save': 'Save',
  'profile.nameless': 'No name yet',
  'profile.guest': 'You are here without an account.',
  'profile.picture': 'Your picture',
  'profile.picture.choose': 'Choose a picture',
  'profile.picture.change': 'Change picture',
  'profile.picture.remove': 'Remove',
  'profile.picture.saving': 'One moment …',
  'profile.picture.saved': 'Your picture is saved.',
  'profile.picture.removed': 'Your picture is removed.',

  'profile.preferences': 'Preferences',
  'profile.goal': 'What music does, unless you say otherwise',

  'profile.privacy': 'Photos and privacy',
  'profile.keep-photos': 'Keep my photos',
  'profile.keep-photos.hint':
    'Usually a photo is deleted as soon as it is read. If you keep them, only you can see them, in your history, and each goes when you delete its entry.',
  'profile.consent': 'Reading expressions',
  'profile.consent.given': 'You agreed on {at}.',
  'profile.consent.missing':
    'You have not agreed. No photo is read and no camera is opened; Moodify asks before the first one.',
  'profile.consent.read': 'Read the notice',
  'profile.consent.withdraw': 'Withdraw my consent',

  'profile.account': 'Signing in',

  'profile.data': 'Your data',
  'profile.download': 'Take it with you',
  'profile.download.hint':
    'One ZIP file with everything that Moodify has of you: profile, entries, playlists, opinions, insights, photos and picture.',
  'profile.download.start': 'Download my data',
  'profile.download.collecting': 'Collecting your data …',
  'profile.download.received': 'Downloading, {kilobytes} KB …',
  'profile.download.done': 'Your data is downloaded.',
  'profile.delete': 'Delete it all',
  'profile.delete.hint': 'Your account and everything in it, for ever.',
  'profile.delete.start': 'Delete my account',
  'profile.delete.question': 'Delete your account?',
  'profile.delete.losses': 'This will be gone, on every device:',
  'profile.delete.loss.entries': 'all entries in your history, and photos you kept',
  'profile.delete.loss.music': 'your playlists, and what Moodify learned of your taste',
  'profile.delete.loss.settings': 'your profile, picture and settings',
  'profile.delete.loss.account': 'the account itself, and the way to sign in',
  'profile.delete.final': 'Nobody can bring it back. You may want to download your data first.',
  'profile.delete.sign-in-again':
    'You signed in a while ago. To be sure that it is you: please sign out, sign in again, and delete the account within five minutes.',
  'profile.delete.cancel': 'Keep it',
  'profile.delete.confirm': 'Delete everything',
  'profile.delete.working': 'Deleting everything. This takes some seconds …',
  'profile.delete.erased': 'Your account is deleted. Nothing of you is left here. Take care!',
  'profile.delete.goes-on':
    'Your account is being deleted. It takes longer than usual, and goes on by itself.',
  'profile.delete.so-far': '{deleted} of {total} deleted',
} as const;
