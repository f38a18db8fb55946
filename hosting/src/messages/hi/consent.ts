import type { consent as english } from '../en/consent';
import type { Translation } from '../en/translation';

export const consent: Translation<typeof english> = {
  'consent.title': 'आपकी पहली फ़ोटो से पहले',
  'consent.changed':
    'आपकी सहमति के बाद यह सूचना बदल गई है। जब तक आप फिर से सहमति नहीं देते, कोई फ़ोटो नहीं पढ़ी जाएगी।',
  'consent.accept': 'मैं सहमत हूँ',
  'consent.decline': 'अभी नहीं',
  'consent.point.read': 'Moodify क्या पढ़ता है',
  'consent.text.read':
    'आपकी चुनी या खींची हुई फ़ोटो में चेहरे का हाव-भाव: सात हाव-भावों में से हर एक कितना संभव है। यह नहीं कि आप कौन हैं, और यह भी नहीं कि आप क्या महसूस करते हैं।',
  'consent.point.stored': 'क्या रखता है',
  'consent.text.stored':
    'नतीजा, उसका समय और उसका संगीत। इन्हें सिर्फ़ आप देख सकते हैं। फ़ोटो पढ़ते ही मिटा दी जाती है, जब तक आप प्रोफ़ाइल में फ़ोटो रखना न चुनें।',
  'consent.point.long': 'कितने समय तक',
  'consent.text.long':
    'जब तक आप कोई प्रविष्टि या अपना खाता न मिटाएँ। जो फ़ोटो पढ़ी नहीं जा सकी, वह {photo} के भीतर मिटा दी जाती है। बैकअप में रखी प्रतियाँ {backups} के भीतर मिटा दी जाती हैं।',
  'consent.point.not-for': 'दफ़्तर या स्कूल के लिए नहीं',
  'consent.text.not-for': 'Moodify आपके अपने संगीत के लिए है। इससे दफ़्तर, स्कूल या कहीं और लोगों को न परखें।',
  'consent.choice':
    'आप अपनी प्रोफ़ाइल में यह सहमति कभी भी वापस ले सकते हैं। मूड ख़ुद चुनने के लिए फ़ोटो की ज़रूरत नहीं है।',
  'consent.open': 'मेरी फ़ोटो का क्या होता है?',
  'consent.given': 'आप सहमति दे चुके हैं।',
  'consent.close': 'बंद करें',
};
