export const mood = {
  'mood.looks': 'You look',
  'mood.looks.past': 'You looked',
  'mood.unsure': 'Hard to tell. You may look',
  'mood.unsure.past': 'Hard to tell. You may have looked',
  'mood.picked': 'You picked',
  'mood.corrected': 'You changed this to',
  'mood.confidence': '{percent} sure',
  'mood.scores': 'All seven expressions',
  'mood.correct': 'Which of these fits best?',
  'mood.faces.one': 'We found one face.',
  'mood.faces.other': 'We found {count} faces and read the largest.',
  'mood.no-face.title': 'No face found',
  'mood.no-face.advice':
    'Photos work best when the face is lit from the front, turned to the camera and not too small.',
  'mood.failed.unknown': 'Moodify couldn’t read this photo. Try another one.',
  'mood.failed.damaged':
    'The file is damaged or incomplete. Choose another photo, or save it again.',
  'mood.failed.svg': 'SVG drawings can’t be read here. Choose a JPEG or PNG photo.',
  'mood.failed.format':
    'This image format can’t be read here. Save the photo as a JPEG and try again.',
  'mood.failed.photo-gone': 'The photo was deleted before it could be read. Choose it again.',
  'mood.failed.gave-up':
    'We tried to read this photo for over an hour, but couldn’t. Choose it again.',
  'mood.failed.stuck': 'Reading this photo was interrupted twice. Choose it again.',
  'mood.failed.interrupted':
    'Reading this photo was interrupted three times. Choose another photo.',
  'mood.failed.no-consent':
    'Photos are read only if you agree, and you haven’t. Choose the photo again to be asked.',
  'mood.failed.too-many': 'That was a lot of photos at once. Wait a minute, then choose it again.',
  'mood.none-of-these': 'None of these',
  'mood.not-right': 'Not right? Change it',
  'manual.title': 'No photo? Pick a mood',
  'manual.question': 'How do you feel?',

  'emotion.angry': 'angry',
  'emotion.disgust': 'disgusted',
  'emotion.fear': 'fearful',
  'emotion.happy': 'happy',
  'emotion.sad': 'sad',
  'emotion.surprise': 'surprised',
  'emotion.neutral': 'neutral',

  'goal.make-default': 'Make “{goal}” my default',
  'goal.title': 'What should the music do?',
  'goal.match': 'Match my mood',
  'goal.hint.match': 'stays with it',
  'goal.lift': 'Lift me up',
  'goal.hint.lift': 'gets brighter',
  'goal.calm': 'Calm me down',
  'goal.hint.calm': 'slows down',
} as const;
