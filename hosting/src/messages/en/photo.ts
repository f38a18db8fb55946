export const photo = {
  'photo.choose': 'Choose a photo',
  'photo.another': 'Choose another photo',
  'photo.drop': 'or drop or paste one here',
  'photo.drop.now': 'Let go to use this photo',
  'photo.privacy':
    'Your photo is sent to Moodify, read once and then deleted; only the result is kept, for you alone. Not meant for judging people at work or school.',
  'photo.preview': 'Your photo',
  'photo.error.empty': 'The file is empty. Please choose another photo.',
  'photo.error.not-an-image':
    'This file is not a photo. Please choose a JPEG, PNG, WebP, GIF or BMP image.',
  'photo.error.too-large': 'The file is larger than 10 MB. Please choose a smaller photo.',
  'photo.error.too-many-pixels':
    'The picture has too many pixels. Please choose one below 50 megapixels.',
  'photo.error.unreadable':
    'The file could not be opened. If it is a folder or has been moved, please choose it again.',
} as const;
