export const consent = {
  'consent.title': 'Before your first photo',
  'consent.accept': 'I agree',
  'consent.decline': 'Not now',
  'consent.point.read': 'What is read',
  'consent.text.read':
    'The expression on the face in a photo that you choose or take: how likely each of seven expressions is. Not who you are, and not what you feel.',
  'consent.point.stored': 'What is stored',
  'consent.text.stored':
    'The result with its time and the music for it, for you alone. The photo is deleted as soon as it is read, unless you ask to keep photos in your profile.',
  'consent.point.long': 'For how long',
  'consent.text.long':
    'Until you delete an entry, your data or your account. A photo that could not be read is deleted within a day.',
  'consent.point.not-for': 'Not for work or school',
  'consent.text.not-for':
    'Moodify is for your own music. Do not use it to judge people at work, at school or anywhere else.',
  'consent.choice':
    'You can take this back in your profile at any time. Picking a mood by hand needs no photo at all.',
  'consent.open': 'What happens to my photo?',
  'consent.given': 'You have agreed.',
  'consent.close': 'Close',
} as const;
