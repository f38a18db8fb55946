export const landing = {
  'landing.headline': 'Let your face pick the music.',
  'landing.promise':
    'Moodify reads the expression on a photo and finds music that fits it, lifts it, or calms it.',
  'landing.point.quick': 'A photo in, music out, within a second',
  'landing.point.private': 'Your photo is deleted as soon as it is read',
  'landing.point.honest': 'It says how sure it is, and asks when it is not',
} as const;
