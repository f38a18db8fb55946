export const home = {
  'home.headline': 'Let your face pick the music.',
  'home.introduction': 'Take or choose a photo with a face. Moodify does the rest.',
  'home.declined': 'No photo is read unless you agree. You can still pick a mood by hand.',
  'home.busy': 'One photo at a time: the first one is still on its way.',
  'home.several': 'Moodify reads one photo at a time and took the first of {count}.',
} as const;
