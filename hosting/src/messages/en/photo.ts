export const photo = {
  'photo.choose': 'Choose a photo',
  'photo.another': 'Another photo',
  'photo.drop': 'or drop or paste one here',
  'photo.drop.now': 'Let go to use this photo',
  'photo.privacy':
    'Your photo is sent to Moodify, read once and then deleted; only the result is kept, for you alone. Not meant for judging people at work or school.',
  'photo.preview': 'Your photo',
  'photo.error.empty': 'The file is empty. Please choose another photo.',
  'photo.error.not-an-image':
    'This file is not a photo. Please choose a JPEG, PNG, WebP, GIF or BMP image.',
  'photo.error.video': 'This is a video. Please choose a photo, or take one with the camera.',
  'photo.error.heic':
    'This browser cannot open HEIC photos. Please save it as JPEG, or open Moodify in Safari.',
  'photo.error.too-large': 'The file is larger than 10 MB. Please choose a smaller photo.',
  'photo.error.far-too-large': 'The file is larger than 50 MB. Please choose a smaller photo.',
  'photo.error.too-many-pixels':
    'The picture has too many pixels. Please choose one below 50 megapixels.',
  'photo.error.folder': 'This is a folder. Please open it and choose one photo.',
  'photo.error.unreadable':
    'The file could not be opened. If it is a folder or has been moved, please choose it again.',
  'advice.title.dark': 'This photo is rather dark',
  'advice.text.dark':
    'Expressions are read more surely with light from the front. Nothing has been sent yet.',
  'advice.title.backlit': 'The light comes from behind',
  'advice.text.backlit':
    'The face is in the shadow. Turned towards the light, it is read more surely. Nothing has been sent yet.',
  'advice.title.small': 'The face is very small',
  'advice.text.small':
    'Closer, or cut to the face, it is read more surely. Nothing has been sent yet.',
  'advice.title.unsent': 'This photo has not been sent',
  'advice.text.unsent':
    'The page was closed before it had arrived. So far it is on this device only.',
  'advice.proceed': 'Use it anyway',
  'advice.another': 'Choose another',
  'advice.send': 'Send it now',
  'advice.delete': 'Delete it',
  'photo.privacy.kept':
    'Your photo is sent to Moodify, read once and then kept in your history, as you chose in your profile. Only you can see it. Not meant for judging people at work or school.',
  'advice.title.black': 'This photo is black',
  'advice.text.black':
    'There is nothing to be seen in it. Was something in front of the camera? Nothing has been sent yet.',
} as const;
