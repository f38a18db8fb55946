import type { landing as english } from '../en/landing';
import type { Translation } from '../en/translation';

export const landing: Translation<typeof english> = {
  'landing.headline': 'संगीत चुनने का काम अपने चेहरे पर छोड़ें।',
  'landing.promise':
    'Moodify फ़ोटो में चेहरे का हाव-भाव पढ़ता है और ऐसा संगीत ढूँढता है जो उससे मेल खाए, मन हल्का करे या शांत करे।',
  'landing.point.quick': 'फ़ोटो दीजिए, एक सेकंड में संगीत पाइए',
  'landing.point.private': 'पढ़ते ही आपकी फ़ोटो मिटा दी जाती है',
  'landing.point.honest': 'बताता है कि उसे कितना भरोसा है, और भरोसा न हो तो पूछता है',
  'landing.try': 'बिना खाते के आज़माएँ',
  'landing.entering': 'एक पल …',
  'landing.try.explained': 'न ईमेल, न पासवर्ड। बाद में खाता बनाकर सब कुछ रख सकते हैं।',
  'landing.picture': 'एक अंतरिक्ष यात्री कैमरे की ओर मुस्कुरा रही हैं।',
  'landing.sample': 'एक उजली सुबह',
  'landing.credit': 'फ़ोटो: आइलीन कॉलिंस, NASA की ओर से',
};
