import type { photo as english } from '../en/photo';
import type { Translation } from '../en/translation';

export const photo: Translation<typeof english> = {
  'photo.choose': 'फ़ोटो चुनें',
  'photo.another': 'दूसरी फ़ोटो',
  'photo.drop': 'या यहाँ छोड़ें या पेस्ट करें',
  'photo.drop.now': 'इस फ़ोटो के लिए यहाँ छोड़ें',
  'photo.privacy':
    'आपकी फ़ोटो Moodify को भेजी जाती है, एक बार पढ़ी जाती है और मिटा दी जाती है। सिर्फ़ नतीजा रखा जाता है, और उसे केवल आप देख सकते हैं। यह दफ़्तर या स्कूल में लोगों को परखने के लिए नहीं है।',
  'photo.preview': 'आपकी फ़ोटो',
  'photo.error.empty': 'यह फ़ाइल ख़ाली है। दूसरी फ़ोटो चुनें।',
  'photo.error.not-an-image': 'यह फ़ाइल फ़ोटो नहीं है। JPEG, PNG, WebP, GIF या BMP चित्र चुनें।',
  'photo.error.video': 'यह वीडियो है। कोई फ़ोटो चुनें, या कैमरे से लें।',
  'photo.error.heic':
    'यह ब्राउज़र HEIC फ़ोटो नहीं खोल सकता। फ़ोटो को JPEG के रूप में सहेजें, या Moodify को Safari में खोलें।',
  'photo.error.too-large': 'यह फ़ाइल 10 MB से बड़ी है। छोटी फ़ोटो चुनें।',
  'photo.error.far-too-large': 'यह फ़ाइल 50 MB से बड़ी है। छोटी फ़ोटो चुनें।',
  'photo.error.too-many-pixels': 'इस चित्र में बहुत ज़्यादा पिक्सेल हैं। 50 मेगापिक्सेल से कम वाला चित्र चुनें।',
  'photo.error.folder': 'यह फ़ोल्डर है। इसे खोलकर एक फ़ोटो चुनें।',
  'photo.error.unreadable': 'यह फ़ाइल खोली नहीं जा सकी। अगर यह फ़ोल्डर है या हटा दी गई है, तो फिर से चुनें।',
  'advice.title.dark': 'यह फ़ोटो काफ़ी अँधेरी है',
  'advice.text.dark': 'सामने से रोशनी हो तो नतीजा ज़्यादा भरोसेमंद होता है। अभी कुछ नहीं भेजा गया है।',
  'advice.title.backlit': 'रोशनी पीछे से आ रही है',
  'advice.text.backlit':
    'चेहरा छाया में है। रोशनी की ओर मुड़ने पर नतीजा ज़्यादा भरोसेमंद होता है। अभी कुछ नहीं भेजा गया है।',
  'advice.title.small': 'चेहरा बहुत छोटा है',
  'advice.text.small': 'पास आएँ, या फ़ोटो को चेहरे तक काटें। अभी कुछ नहीं भेजा गया है।',
  'advice.title.unsent': 'यह फ़ोटो भेजी नहीं गई',
  'advice.text.unsent': 'अपलोड पूरा होने से पहले पेज बंद हो गया था। अभी फ़ोटो सिर्फ़ इसी डिवाइस पर है।',
  'advice.proceed': 'फिर भी भेजें',
  'advice.another': 'दूसरी चुनें',
  'advice.send': 'अभी भेजें',
  'advice.delete': 'मिटा दें',
};
