export const landing = {
  'landing.headline': 'Let your face pick the music.',
  'landing.promise':
    'Moodify reads your expression and plays music to match it, lift you up or calm you down.',
  'landing.point.quick': 'From photo to music within a second',
  'landing.point.private': 'Your photo is deleted as soon as it’s read',
  'landing.point.honest': 'Tells you how sure it is, and asks when it isn’t',
  'landing.try': 'Try it without an account',
  'landing.entering': 'One moment…',
  'landing.try.explained': 'No email, no password. Create an account later and keep everything.',
  'landing.start': 'How do you feel? Begin with a mood, or with a photo.',
  'landing.start.photo': 'Choose a photo',
  'landing.picture': 'An astronaut smiling at the camera.',
  'landing.credit': 'Photo: Eileen Collins, by NASA',

  'landing.listen': 'Hear this piece',
  'landing.listen.preparing': 'Composing…',
  'landing.listen.pause': 'Pause',
  'landing.listen.failed': 'This piece can’t be played right now. Try again.',
  'landing.tour.title': 'How it works',
  'landing.tour.run': 'Show me (30 seconds)',
  'landing.tour.stop': 'Stop',
  'landing.tour.step.photo': 'Show your face',
  'landing.tour.text.photo':
    'Use the camera or choose a photo. Or pick a mood by hand, without any photo.',
  'landing.tour.step.read': 'Moodify reads the expression',
  'landing.tour.text.read':
    'It tells you how sure it is, and you can correct it. Then the photo is deleted.',
  'landing.tour.step.goal': 'You choose what the music does',
  'landing.tour.text.goal': 'Match your mood, lift you up or calm you down.',
  'landing.tour.step.music': 'Your music plays',
  'landing.tour.text.music':
    'Fifteen tracks, each with the reason it was chosen. What you like shapes the next list.',
} as const;
