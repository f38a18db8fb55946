export const consent = {
  'consent.title': 'Before your first photo',
  'consent.changed':
    'This notice has changed since you agreed to it. Until you agree again, no photo is read.',
  'consent.accept': 'I agree',
  'consent.decline': 'Not now',
  'consent.point.read': 'What Moodify reads',
  'consent.text.read':
    'The expression on the face in a photo you choose or take: how likely each of seven expressions is. Not who you are, and not what you feel.',
  'consent.point.stored': 'What it stores',
  'consent.text.stored':
    'The result, its time and its music. Only you can see them. The photo is deleted as soon as it’s read, unless you choose in your profile to keep photos.',
  'consent.point.long': 'For how long',
  'consent.text.long':
    'Until you delete an entry or your account. A photo that couldn’t be read is deleted within {photo}. Copies in backups are deleted within {backups}.',
  'consent.point.not-for': 'Not for work or school',
  'consent.text.not-for':
    'Moodify is for your own music. Don’t use it to judge people at work, at school or anywhere else.',
  'consent.choice':
    'You can withdraw your consent in your profile at any time. Picking a mood by hand needs no photo.',
  'consent.open': 'What happens to my photo?',
  'consent.given': 'You’ve agreed.',
  'consent.close': 'Close',
} as const;
