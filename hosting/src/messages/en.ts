/**
 * Every text of the page, in English. `{name}` is filled in; a key that ends in `.one` or `.other` is
 * chosen by a number.
 */
export const en = {
  'app.name': 'Moodify',
  'app.skip': 'Skip to the main part',
  'app.starting': 'Starting …',
  'app.broken': 'Moodify could not start. Please check the connection and load the page again.',
  'app.reload': 'Load again',
  'app.offline': 'You are offline. Moodify goes on when the connection is back.',

  'account.headline': 'Let your face pick the music.',
  'account.promise':
    'Moodify reads the expression on a photo and finds music that fits it, lifts it, or calms it.',
  'account.point.quick': 'A photo in, music out, within a second',
  'account.point.private': 'Your photo is deleted as soon as it is read',
  'account.point.honest': 'It says how sure it is, and asks when it is not',
  'account.title': 'Welcome',
  'account.subtitle': 'Sign in, or create an account with the same two fields.',
  'account.email': 'E-mail',
  'account.password': 'Password',
  'account.password.hint': 'At least 6 characters',
  'account.password.show': 'Show',
  'account.password.show.label': 'Show password',
  'account.sign-in': 'Sign in',
  'account.sign-up': 'Create account',
  'account.sign-out': 'Sign out',
  'account.signing-in': 'Signing in …',
  'account.signing-up': 'Creating your account …',
  'account.error.email-missing': 'Please type your e-mail address.',
  'account.error.email-invalid': 'That does not look like an e-mail address. Is there a typo?',
  'account.error.password-missing': 'Please type your password.',
  'account.error.password-weak':
    'That password is too easy to guess. Please use at least 6 characters.',
  'account.error.email-taken':
    'There is already an account with this e-mail address. Choose “Sign in” to use it.',
  'account.error.credentials':
    'E-mail or password is not right. If you are new here, choose “Create account”.',
  'account.error.disabled': 'This account has been switched off.',
  'account.error.too-many': 'Too many tries in a row. Please wait a minute and try again.',
  'account.error.network': 'Moodify cannot be reached. Please check the connection and try again.',
  'account.error.unknown': 'That did not work. Please try again in a moment.',

  'home.headline': 'Let your face pick the music.',
  'home.introduction': 'Choose a photo with a face. Moodify does the rest.',

  'goal.title': 'What should the music do?',
  'goal.match': 'Match',
  'goal.hint.match': 'fit it',
  'goal.lift': 'Lift',
  'goal.hint.lift': 'brighten it',
  'goal.calm': 'Calm',
  'goal.hint.calm': 'slow it down',

  'photo.choose': 'Choose a photo',
  'photo.another': 'Choose another photo',
  'photo.drop': 'or drop or paste one here',
  'photo.drop.now': 'Let go to use this photo',
  'photo.privacy':
    'Your photo is sent to Moodify, read once and then deleted; only the result is kept, for you alone. Not meant for judging people at work or school.',
  'photo.preview': 'Your photo',
  'photo.error.empty': 'The file is empty. Please choose another photo.',
  'photo.error.not-an-image':
    'This file is not a photo. Please choose a JPEG, PNG, WebP, GIF or BMP image.',
  'photo.error.too-large': 'The file is larger than 10 MB. Please choose a smaller photo.',
  'photo.error.too-many-pixels':
    'The picture has too many pixels. Please choose one below 50 megapixels.',
  'photo.error.unreadable':
    'The file could not be opened. If it is a folder or has been moved, please choose it again.',

  'step.uploading': 'Uploading',
  'step.finding': 'Finding the face',
  'step.reading': 'Reading the expression',
  'step.choosing': 'Choosing music',

  'status.idle': 'Ready when you are.',
  'status.preparing': 'Preparing your photo …',
  'status.uploading': 'Uploading your photo …',
  'status.finding': 'Finding the face …',
  'status.reading': 'Reading the expression …',
  'status.choosing': 'Choosing music …',
  'status.ready': 'Your expression looks {emotion}. Your music is ready.',
  'status.unsure': 'Your expression is hard to read. Your music is ready.',
  'status.no-face': 'No face found in this photo.',
  'status.failed': 'This photo could not be read.',
  'status.stopped': 'That did not work.',

  'trouble.slow': 'This takes longer than it should. It may still come; you can also try again.',
  'trouble.slow-upload':
    'The upload is not getting on. Please check the connection; you can also try again.',
  'trouble.offline': 'You are offline. Please try again when the connection is back.',
  'trouble.network': 'The connection was lost. Please try again.',
  'trouble.denied': 'That is not allowed with this account. Please sign out and in again.',
  'trouble.session': 'Your session has ended. Please sign out and in again.',
  'trouble.unknown': 'Something went wrong on our side. Please try again.',
  'trouble.retry': 'Try again',

  'mood.looks': 'Your expression looks',
  'mood.unsure': 'Hard to tell. Your expression may look',
  'mood.picked': 'You picked',
  'mood.corrected': 'You said it is',
  'mood.confidence': '{percent} sure',
  'mood.scores': 'All seven expressions',
  'mood.correct': 'Which of these fits best?',
  'mood.faces.one': 'We found one face.',
  'mood.faces.other': 'We found {count} faces and looked at the largest.',
  'mood.no-face.title': 'No face found',
  'mood.no-face.advice':
    'A photo works best when the face is lit from the front, turned to the camera, and not too small.',
  'mood.failed.unknown': 'Moodify could not read this photo. Please try another one.',

  'emotion.angry': 'angry',
  'emotion.disgust': 'disgusted',
  'emotion.fear': 'fearful',
  'emotion.happy': 'happy',
  'emotion.sad': 'sad',
  'emotion.surprise': 'surprised',
  'emotion.neutral': 'neutral',

  'playlist.match': 'Music that fits',
  'playlist.lift': 'Music to lift the mood',
  'playlist.calm': 'Music to calm down',
  'playlist.tracks.one': 'One track',
  'playlist.tracks.other': '{count} tracks',
  'playlist.waiting': 'Your music appears here in a moment.',
  'playlist.duration': '{minutes}:{seconds}',

  'reason.fits_expression': 'Fits your expression',
  'reason.lifts_mood': 'Lifts the mood',
  'reason.calms_down': 'Calms down',
  'reason.energetic': 'Energetic',
  'reason.gentle': 'Gentle',
  'reason.bright': 'Bright',
  'reason.dark': 'Dark',

  'history.title': 'Your last entries',
  'history.empty': 'Nothing yet. Your first photo starts the list.',
  'history.error': 'Your last entries cannot be shown right now.',
  'history.analyzing': 'being read',
  'history.no-face': 'no face',
  'history.failed': 'not readable',
} as const;
