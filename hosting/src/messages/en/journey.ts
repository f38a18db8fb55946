export const journey = {
  'step.uploading': 'Uploading',
  'step.finding': 'Finding the face',
  'step.reading': 'Reading the expression',
  'step.choosing': 'Choosing music',

  'status.idle': 'Ready when you are.',
  'status.preparing': 'Preparing your photo…',
  'status.uploading': 'Uploading your photo…',
  'status.resumed': 'Sending your photo again…',
  'status.waiting': 'Waiting for a connection…',
  'status.finding': 'Finding the face…',
  'status.reading': 'Reading the expression…',
  'status.choosing': 'Choosing music…',
  'status.ready': 'You look {emotion}. Your music is ready.',
  'status.ready.past': 'You looked {emotion}. Here’s the music.',
  'status.unsure.past': 'Your expression was hard to read. Here’s the music.',
  'status.unsure': 'Your expression is hard to read. Your music is ready.',
  'status.corrected': 'You changed this to {emotion}. Your music is ready.',
  'status.picked': 'You picked {emotion}. Your music is ready.',
  'status.no-face': 'No face found in this photo.',
  'status.failed': 'This photo couldn’t be read.',
  'status.stopped': 'That didn’t work.',

  'journey.cancel': 'Cancel',

  'journey.not-kept': 'This is not put into your history.',
  'journey.keep': 'Keep this entry',
} as const;
