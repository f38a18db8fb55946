export const mood = {
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
  'mood.failed.damaged':
    'The file is damaged or incomplete. Please choose another photo, or save it anew.',
  'mood.failed.svg': 'SVG drawings cannot be read here. Please choose a JPEG or PNG photo.',
  'mood.failed.format':
    'Images of this format cannot be read here. Please save the photo as JPEG and try again.',
  'mood.failed.photo-gone': 'The photo was deleted before it was read. Please choose it once more.',
  'mood.failed.gave-up':
    'Reading this photo did not work for over an hour. Please choose it once more.',
  'mood.failed.stuck': 'Reading this photo was interrupted twice. Please choose it once more.',
  'mood.none-of-these': 'None of these',
  'mood.not-right': 'Not right? Say what fits',
  'manual.title': 'No photo? Pick how you feel',
  'manual.question': 'How do you feel?',

  'emotion.angry': 'angry',
  'emotion.disgust': 'disgusted',
  'emotion.fear': 'fearful',
  'emotion.happy': 'happy',
  'emotion.sad': 'sad',
  'emotion.surprise': 'surprised',
  'emotion.neutral': 'neutral',

  'goal.title': 'What should the music do?',
  'goal.match': 'Match',
  'goal.hint.match': 'fit it',
  'goal.lift': 'Lift',
  'goal.hint.lift': 'brighten it',
  'goal.calm': 'Calm',
  'goal.hint.calm': 'slow it down',
} as const;
