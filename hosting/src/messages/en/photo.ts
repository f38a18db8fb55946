export const photo = {
  'photo.choose': 'Choose a photo',
  'photo.another': 'Another photo',
  'photo.drop': 'or drop or paste one here',
  'photo.drop.now': 'Drop to use this photo',
  'photo.privacy':
    'Your photo is sent to Moodify, read once and deleted. Only the result is kept, and only you can see it. Not for judging people at work or school.',
  'photo.preview': 'Your photo',
  'photo.error.empty': 'The file is empty. Choose another photo.',
  'photo.error.not-an-image':
    'This file isn’t a photo. Choose a JPEG, PNG, WebP, GIF or BMP image.',
  'photo.error.video': 'This is a video. Choose a photo, or take one with the camera.',
  'photo.error.heic':
    'This browser can’t open HEIC photos. Save the photo as a JPEG, or open Moodify in Safari.',
  'photo.error.avif': 'AVIF images can’t be read here. Save the photo as a JPEG and try again.',
  'photo.error.jpeg-xl':
    'JPEG XL images can’t be read here. Save the photo as a JPEG and try again.',
  'photo.error.jpeg-2000':
    'JPEG 2000 images can’t be read here. Save the photo as a JPEG and try again.',
  'photo.error.tiff': 'TIFF images can’t be read here. Save the photo as a JPEG and try again.',
  'photo.error.icon': 'ICO icons and cursors can’t be read here. Choose a JPEG or PNG photo.',
  'photo.error.pdf': 'This is a PDF document. Choose a photo, or save the page as a JPEG.',
  'photo.error.canvas':
    'This browser gives this page noise instead of pictures, to protect you against being recognized. Allow the page to read them (“canvas data”), or choose a JPEG or PNG photo.',
  'photo.error.too-large': 'The file is larger than 10 MB. Choose a smaller photo.',
  'photo.error.far-too-large': 'The file is larger than 50 MB. Choose a smaller photo.',
  'photo.error.too-costly':
    'This file takes too long to read. Save the photo as a plain JPEG and try again.',
  'photo.error.too-many-pixels': 'This image has too many pixels. Choose one under 50 megapixels.',
  'photo.error.folder': 'This is a folder. Open it and choose one photo.',
  'photo.error.unreadable':
    'The file couldn’t be opened. If it’s a folder or has been moved, choose it again.',
  'advice.title.dark': 'This photo is quite dark',
  'advice.text.dark':
    'Light from the front gives a more reliable result. Nothing has been sent yet.',
  'advice.title.backlit': 'The light comes from behind',
  'advice.text.backlit':
    'The face is in shadow. Turning towards the light gives a more reliable result. Nothing has been sent yet.',
  'advice.title.small': 'The face is very small',
  'advice.text.small': 'Move closer, or crop to the face. Nothing has been sent yet.',
  'advice.title.blurred': 'The face is blurred',
  'advice.text.blurred':
    'A sharp photo gives a more reliable result. Hold still, wipe the lens, or choose another one. Nothing has been sent yet.',
  'advice.title.unsent': 'This photo wasn’t sent',
  'advice.text.unsent':
    'The page was closed before the upload finished. So far, the photo is only on this device.',
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
