export const home = {
  'home.headline': 'Let your face pick the music.',
  'home.introduction': 'Choose a photo with a face. Moodify does the rest.',
} as const;
