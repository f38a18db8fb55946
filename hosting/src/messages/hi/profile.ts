import type { profile as english } from '../en/profile';
import type { Translation } from '../en/translation';

export const profile: Translation<typeof english> = {
  'profile.page.title': 'प्रोफ़ाइल',
  'profile.loading': 'आपकी प्रोफ़ाइल लोड हो रही है…',
  'profile.saved': 'सहेज लिया गया।',

  'profile.person': 'आप',
  'profile.name': 'नाम',
  'profile.name.save': 'सहेजें',
  'profile.nameless': 'अभी कोई नाम नहीं',
  'profile.guest': 'आप Moodify को बिना खाते के इस्तेमाल कर रहे हैं।',
  'profile.picture': 'आपकी तस्वीर',
  'profile.picture.choose': 'तस्वीर चुनें',
  'profile.picture.change': 'तस्वीर बदलें',
  'profile.picture.remove': 'हटाएँ',
  'profile.picture.saving': 'एक पल…',
  'profile.picture.saved': 'आपकी तस्वीर सहेज ली गई।',
  'profile.picture.removed': 'आपकी तस्वीर हटा दी गई।',

  'profile.preferences': 'पसंद',
  'profile.goal': 'संगीत का सामान्य लक्ष्य',

  'profile.privacy': 'फ़ोटो और निजता',
  'profile.keep-photos': 'मेरी फ़ोटो रखें',
  'profile.keep-photos.hint':
    'आम तौर पर फ़ोटो पढ़ते ही मिटा दी जाती है। फ़ोटो रखने पर वे आपके इतिहास में दिखती हैं, जहाँ उन्हें केवल आप देख सकते हैं। प्रविष्टि मिटाने पर उसकी फ़ोटो भी मिट जाती है।',
  'profile.consent': 'हाव-भाव पढ़ना',
  'profile.consent.given': 'आपने {at} को सहमति दी।',
  'profile.consent.missing':
    'आपने अभी सहमति नहीं दी है, इसलिए कोई फ़ोटो नहीं पढ़ी जाती और कैमरा बंद रहता है। पहली फ़ोटो से पहले Moodify पूछेगा।',
  'profile.consent.outdated':
    '{at} को आपकी सहमति के बाद सूचना बदल गई है, इसलिए जब तक आप फिर से सहमति नहीं देते, कोई फ़ोटो नहीं पढ़ी जाती।',
  'profile.consent.read': 'सूचना पढ़ें',
  'profile.consent.kept.title': 'रखी हुई फ़ोटो भी मिटाएँ?',
  'profile.consent.kept':
    'अब से कोई फ़ोटो न पढ़ी जाएगी, न रखी जाएगी। पहले रखी गई फ़ोटो अब भी मौजूद हैं। आपकी प्रविष्टियाँ दोनों हालत में रहेंगी।',
  'profile.consent.kept.delete': 'रखी हुई फ़ोटो मिटाएँ',
  'profile.consent.deleted': 'आपकी रखी हुई फ़ोटो मिटा दी गई हैं।',
  'profile.consent.withdraw': 'सहमति वापस लें',

  'profile.account': 'खाता',

  'profile.trail': 'आपके खाते के साथ क्या हुआ',
  'profile.trail.hint': 'पिछले {time}।',
  'profile.trail.not-you':
    'अगर इनमें से कुछ आपने नहीं किया, तो हर जगह से साइन आउट करें, और पासवर्ड हो तो नया चुनें।',
  'profile.trail.loading': 'एक पल…',
  'profile.trail.empty': 'पिछले {time} में कुछ नहीं हुआ।',
  'profile.trail.most': 'ये सबसे नई {count} बातें हैं।',
  'profile.trail.sign_up': 'आपने खाता बनाया।',
  'profile.trail.guest_started': 'आपने मेहमान के रूप में शुरुआत की।',
  'profile.trail.sign_in_method_added': 'साइन इन का एक तरीक़ा जोड़ा गया।',
  'profile.trail.sign_in_method_removed': 'साइन इन का एक तरीक़ा हटाया गया।',
  'profile.trail.consent_given': 'आपने फ़ोटो पढ़े जाने की सहमति दी।',
  'profile.trail.consent_withdrawn': 'आपने फ़ोटो पढ़े जाने की सहमति वापस ली।',
  'profile.trail.export_requested': 'आपका सारा डेटा डाउनलोड के लिए माँगा गया।',
  'profile.trail.signed_out_everywhere': 'आपको हर जगह से साइन आउट किया गया।',
  'profile.trail.erasure_begun': 'आपका खाता मिटाया जाने लगा।',
  'profile.trail.erasure_ended': 'आपका खाता मिटा दिया गया।',
  'profile.trail.unknown': 'कुछ और हुआ।',
  'profile.trail.method.password': 'ईमेल और पासवर्ड',
  'profile.trail.method.google': 'Google',

  'profile.data': 'आपका डेटा',
  'profile.download': 'अपना डेटा डाउनलोड करें',
  'profile.download.hint':
    'एक ZIP फ़ाइल, जिसमें वह सब है जो Moodify आपके बारे में रखता है: प्रोफ़ाइल, प्रविष्टियाँ, प्लेलिस्ट, पसंद-नापसंद, रुझान, फ़ोटो और तस्वीर। प्रविष्टियाँ पढ़ने के लिए उसमें README.html खोलें।',
  'profile.download.start': 'मेरा डेटा डाउनलोड करें',
  'profile.download.collecting': 'आपका डेटा इकट्ठा हो रहा है…',
  'profile.download.received': 'डाउनलोड हो रहा है: {kilobytes} KB',
  'profile.download.waiting':
    'इकट्ठा करने के लिए बहुत कुछ है। फ़ाइल तैयार होते ही डाउनलोड अपने-आप शुरू होगा, इसमें कुछ मिनट लग सकते हैं; यह पेज खुला रखें।',
  'profile.download.cut': 'डाउनलोड बीच में टूट गया, इसलिए कुछ सहेजा नहीं गया। कृपया फिर कोशिश करें।',
  'profile.download.gone': 'आपकी फ़ाइल नहीं बन सकी। कृपया फिर कोशिश करें।',
  'profile.download.done': 'आपका डेटा डाउनलोड हो गया।',
  'profile.delete': 'सब कुछ मिटाएँ',
  'profile.delete.hint': 'आपका खाता और उसमें का सब कुछ, हमेशा के लिए।',
  'profile.delete.start': 'मेरा खाता मिटाएँ',
  'profile.delete.question': 'क्या आपका खाता मिटा दें?',
  'profile.delete.losses': 'यह सब हर डिवाइस से मिट जाएगा:',
  'profile.delete.loss.entries': 'आपके इतिहास की सारी प्रविष्टियाँ और रखी हुई फ़ोटो',
  'profile.delete.loss.music': 'आपकी प्लेलिस्ट, और आपकी पसंद के बारे में Moodify ने जो सीखा',
  'profile.delete.loss.settings': 'आपकी प्रोफ़ाइल, तस्वीर और सेटिंग',
  'profile.delete.loss.account': 'ख़ुद खाता, जिससे आप फिर साइन इन नहीं कर पाएँगे',
  'profile.delete.final':
    'इसे वापस नहीं लाया जा सकता। बैकअप में रखी प्रतियाँ {backups} के भीतर मिटा दी जाती हैं। बेहतर हो कि पहले अपना डेटा डाउनलोड कर लें।',
  'profile.delete.sign-in-again':
    'आपने कुछ समय पहले साइन इन किया था। यह पुष्टि करने के लिए कि यह आप ही हैं, साइन आउट करें, फिर साइन इन करें और पाँच मिनट के भीतर खाता मिटाएँ।',
  'profile.delete.cancel': 'रहने दें',
  'profile.delete.confirm': 'सब कुछ मिटा दें',
  'profile.delete.working': 'सब कुछ मिटाया जा रहा है। इसमें कुछ सेकंड लगेंगे…',
  'profile.delete.erased':
    'आपका खाता मिटा दिया गया। बैकअप में रखी प्रतियाँ {backups} के भीतर मिटा दी जाती हैं। अपना ख़याल रखें!',
  'profile.delete.goes-on':
    'आपका खाता मिटाया जा रहा है। इसमें सामान्य से ज़्यादा समय लग रहा है, और यह अपने-आप पूरा होगा।',

  'profile.new-music': 'जब नए मूड से नया संगीत आए',
  'profile.new-music.play': 'तुरंत चलाएँ',
  'profile.new-music.ask': 'पहले पूछें',
  'profile.new-music.hint.play': 'संगीत धीरे से बदलता है; आप इसे वापस ले सकते हैं।',
  'profile.new-music.hint.ask': 'वह आपके कहने तक, या ट्रैक ख़त्म होने तक रुकता है।',
  'profile.delete.so-far': '{total} में से {deleted} मिटाए गए',
};
