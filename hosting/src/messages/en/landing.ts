export const landing = {
  'landing.headline': 'Let your face pick the music.',
  'landing.promise':
    'Moodify reads the expression on a photo and finds music that fits it, lifts it, or calms it.',
  'landing.point.quick': 'A photo in, music out, within a second',
  'landing.point.private': 'Your photo is deleted as soon as it is read',
  'landing.point.honest': 'It says how sure it is, and asks when it is not',
  'landing.try': 'Try it without an account',
  'landing.entering': 'One moment …',
  'landing.try.explained':
    'No e-mail, no password. You can make it an account later and keep everything.',
  'landing.picture': 'An astronaut smiles at the camera.',
  'landing.sample': 'A bright morning',
  'landing.credit': 'Photo: Eileen Collins, by NASA',
} as const;
