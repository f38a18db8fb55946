import type { history as english } from '../en/history';
import type { Translation } from '../en/translation';

export const history: Translation<typeof english> = {
  'history.title': 'हाल की प्रविष्टियाँ',
  'history.empty': 'अभी कुछ नहीं है। आपकी पहली फ़ोटो से यह सूची शुरू होगी।',
  'history.error': 'आपकी हाल की प्रविष्टियाँ अभी नहीं दिखाई जा सकतीं।',
  'history.analyzing': 'पढ़ा जा रहा है',
  'history.no-face': 'कोई चेहरा नहीं',
  'history.failed': 'पढ़ा नहीं जा सका',

  'history.page.title': 'इतिहास',
  'history.page.introduction':
    'दिन के हिसाब से आपकी प्रविष्टियाँ, अपने संगीत के साथ। इन्हें सिर्फ़ आप देख सकते हैं।',
  'history.page.error': 'आपका इतिहास अभी नहीं दिखाया जा सकता।',
  'history.page.empty.title': 'आपका इतिहास यहाँ से शुरू होता है',
  'history.page.empty':
    'Moodify जो भी हाव-भाव पढ़ता है और आप जो भी मूड चुनते हैं, वह अपनी प्लेलिस्ट के साथ यहाँ दिखता है।',
  'history.page.begin': 'पहली प्रविष्टि बनाएँ',
  'history.today': 'आज',
  'history.yesterday': 'कल',
  'history.corrected': 'आपने सुधारा',
  'history.picked': 'आपने चुना',
  'history.play': '{entry}, {time} का संगीत चलाएँ',
  'history.play.short': 'संगीत फिर चलाएँ',
  'history.no-music': 'इस प्रविष्टि का संगीत अब नहीं है।',
  'history.shown.one': '{count} प्रविष्टि दिख रही है',
  'history.shown.other': '{count} प्रविष्टियाँ दिख रही हैं',
  'history.more': 'और दिखाएँ',
  'history.loading': 'लोड हो रहा है…',
  'history.more-shown.one': '{count} और प्रविष्टि दिखाई गई।',
  'history.more-shown.other': '{count} और प्रविष्टियाँ दिखाई गईं।',
  'history.back': 'इतिहास',
  'history.still-analyzing': 'यह फ़ोटो अभी पढ़ी जा रही है। नतीजा यहाँ अपने-आप दिखेगा।',
  'history.not-there.title': 'प्रविष्टि नहीं मिली',
  'history.not-there':
    'हो सकता है इसे मिटा दिया गया हो, या यह किसी दूसरे खाते की हो। प्रविष्टि सिर्फ़ उसी को दिखती है जिसकी वह है।',
  'history.not-there.back': 'अपने इतिहास पर जाएँ',

  'history.delete': '{entry}, {time} मिटाएँ',
  'history.delete.short': 'मिटाएँ',
  'history.deleted': 'प्रविष्टि मिटा दी गई।',
  'history.delete-all': 'सब मिटाएँ',
  'history.delete-all.title.one': 'अपनी {count} प्रविष्टि मिटाएँ?',
  'history.delete-all.title.other': 'सभी {count} प्रविष्टियाँ मिटाएँ?',
  'history.delete-all.explanation':
    'सभी प्रविष्टियाँ अपनी प्लेलिस्ट और रखी गई फ़ोटो के साथ मिट जाएँगी, और आपके रुझान नए सिरे से शुरू होंगे। सहेजी गई प्लेलिस्ट बनी रहेंगी। इसे वापस नहीं लाया जा सकता।',
  'history.delete-all.confirm': 'सभी प्रविष्टियाँ मिटाएँ',
  'history.deleted-so-far.one': 'अब तक {count} मिटाई गई…',
  'history.deleted-so-far.other': 'अब तक {count} मिटाई गईं…',
  'history.all-deleted': 'सभी प्रविष्टियाँ मिटा दी गईं।',
  'history.brought-back': 'प्रविष्टि वापस आ गई।',
  'history.photo': 'आपकी फ़ोटो, {time}',
};
