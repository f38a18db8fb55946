import type { landing as english } from '../en/landing';
import type { Translation } from '../en/translation';

export const landing: Translation<typeof english> = {
  'landing.headline': 'संगीत अपने चेहरे को चुनने दें।',
  'landing.promise':
    'Moodify फ़ोटो में चेहरे का हाव-भाव पढ़ता है और ऐसा संगीत चलाता है जो आपके मूड से मिले, उसे अच्छा करे या आपको शांत करे।',
  'landing.point.quick': 'फ़ोटो से संगीत तक, एक सेकंड में',
  'landing.point.private': 'पढ़ते ही आपकी फ़ोटो मिटा दी जाती है',
  'landing.point.honest': 'बताता है कि उसे कितना यक़ीन है, और यक़ीन न हो तो पूछता है',
  'landing.try': 'बिना खाते के आज़माएँ',
  'landing.entering': 'एक पल…',
  'landing.try.explained': 'न ईमेल, न पासवर्ड। बाद में खाता बनाकर सब कुछ रख सकते हैं।',
  'landing.start': 'आप कैसा महसूस कर रहे हैं? मूड चुनें या फ़ोटो से शुरू करें।',
  'landing.start.photo': 'फ़ोटो चुनें',
  'landing.picture': 'कैमरे की ओर मुस्कुराती एक अंतरिक्ष यात्री।',
  'landing.credit': 'फ़ोटो: आइलीन कॉलिंस, NASA की ओर से',

  'landing.listen': 'यह रचना सुनें',
  'landing.listen.preparing': 'रचना बन रही है…',
  'landing.listen.pause': 'रोकें',
  'landing.listen.failed': 'यह रचना अभी नहीं चल सकती। फिर कोशिश करें।',
  'landing.tour.title': 'यह कैसे काम करता है',
  'landing.tour.run': 'दिखाएँ (30 सेकंड)',
  'landing.tour.stop': 'रोकें',
  'landing.tour.step.photo': 'अपना चेहरा दिखाएँ',
  'landing.tour.text.photo': 'कैमरा खोलें या फ़ोटो चुनें। या बिना फ़ोटो के मूड ख़ुद चुनें।',
  'landing.tour.step.read': 'Moodify हाव-भाव पढ़ता है',
  'landing.tour.text.read':
    'वह बताता है कि उसे कितना यक़ीन है, और आप उसे सुधार सकते हैं। फिर फ़ोटो मिटा दी जाती है।',
  'landing.tour.step.goal': 'आप चुनें कि संगीत क्या करे',
  'landing.tour.text.goal': 'आपके मूड से मिले, उसे अच्छा करे या आपको शांत करे।',
  'landing.tour.step.music': 'आपका संगीत चलता है',
  'landing.tour.text.music': 'पंद्रह ट्रैक, और हर एक के चुने जाने की वजह। आपकी पसंद से अगली सूची बनती है।',
};
