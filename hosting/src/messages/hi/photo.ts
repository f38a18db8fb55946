import type { photo as english } from '../en/photo';
import type { Translation } from '../translation';

export const photo: Translation<typeof english> = {
  'photo.choose': 'फ़ोटो चुनें',
  'photo.another': 'दूसरी फ़ोटो चुनें',
  'photo.drop': 'या यहाँ छोड़ें या पेस्ट करें',
  'photo.drop.now': 'इस फ़ोटो के लिए छोड़ दें',
  'photo.privacy':
    'आपकी फ़ोटो Moodify को भेजी जाती है, एक बार पढ़ी जाती है और फिर मिटा दी जाती है; सिर्फ़ नतीजा रखा जाता है, और वह भी केवल आपके लिए। यह दफ़्तर या स्कूल में लोगों को परखने के लिए नहीं है।',
  'photo.preview': 'आपकी फ़ोटो',
  'photo.error.empty': 'यह फ़ाइल खाली है। कृपया दूसरी फ़ोटो चुनें।',
  'photo.error.not-an-image': 'यह फ़ाइल फ़ोटो नहीं है। कृपया JPEG, PNG, WebP, GIF या BMP चित्र चुनें।',
  'photo.error.too-large': 'यह फ़ाइल 10 MB से बड़ी है। कृपया छोटी फ़ोटो चुनें।',
  'photo.error.too-many-pixels': 'इस चित्र में बहुत ज़्यादा पिक्सेल हैं। कृपया 50 मेगापिक्सेल से कम वाला चित्र चुनें।',
  'photo.error.unreadable':
    'यह फ़ाइल खोली नहीं जा सकी। अगर यह फ़ोल्डर है या हटा दी गई है, तो कृपया फिर से चुनें।',
};
