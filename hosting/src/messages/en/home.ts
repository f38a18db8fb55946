export const home = {
  'home.headline': 'Let your face pick the music.',
  'home.introduction': 'Take or choose a photo of a face. Moodify does the rest.',
  'home.declined': 'No photo is read unless you agree. You can still pick a mood by hand.',
  'home.busy': 'One photo at a time: the first one is still in progress.',
  'home.several': 'Moodify reads one photo at a time, so it took the first of {count}.',
} as const;
