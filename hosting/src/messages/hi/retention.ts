import type { retention as english } from '../en/retention';
import type { Translation } from '../en/translation';

export const retention: Translation<typeof english> = {
  'retention.open': 'क्या कितने समय तक रखा जाता है',
  'retention.head.what': 'क्या',
  'retention.head.kept': 'कब तक',

  'retention.erased.at-once': 'खाता मिटाते ही मिट जाता है',
  'retention.erased.later': 'खाता मिटाने पर भी इतने समय तक रहता है',
  'retention.erased.nothing': 'इसमें आपके बारे में कुछ नहीं है',

  'retention.rule.read': 'पढ़े जाने तक, ज़्यादा से ज़्यादा {time}',
  'retention.rule.sent': 'भेजे जाने तक, ज़्यादा से ज़्यादा {time}',
  'retention.rule.unless-kept': '{time}, अगर आप उसे न रखें',
  'retention.rule.deleted': 'जब तक आप न मिटाएँ',
  'retention.rule.account': 'जब तक आप खाता न मिटाएँ',
  'retention.rule.signed-out': 'जब तक आप साइन आउट न करें',
  'retention.rule.unused': 'आख़िरी बार आने के बाद {time}',
  'retention.rule.time': '{time}',

  'retention.what.photo': 'आपकी भेजी हुई फ़ोटो',
  'retention.what.waiting-photo': 'आपके ब्राउज़र में फ़ोटो, जिसे भेजा जाना बाकी है',
  'retention.what.unread': 'प्रविष्टि, जिसमें कुछ पढ़ा न जा सका',
  'retention.what.kept-photos': 'रखी हुई फ़ोटो और आपकी तस्वीर',
  'retention.what.entries': 'प्रविष्टियाँ और उनकी प्लेलिस्ट',
  'retention.what.saved': 'सहेजी हुई प्लेलिस्ट',
  'retention.what.feedback': 'पसंद, नापसंद, छोड़े गए ट्रैक, और उनसे जो सीखा गया',
  'retention.what.profile': 'प्रोफ़ाइल, सेटिंग, रुझान और सहमतियाँ',
  'retention.what.account': 'आपका खाता और ईमेल पता',
  'retention.what.browser': 'आपके ब्राउज़र में प्रतियाँ, ऑफ़लाइन इस्तेमाल के लिए',
  'retention.what.export': 'आपके डेटा की फ़ाइल, जो डाउनलोड के लिए तैयार है',
  'retention.what.guest': 'मेहमान का सब कुछ',
  'retention.what.limits': 'अनुरोधों की गिनती, दुरुपयोग रोकने के लिए',
  'retention.what.tombstone': 'यह नोट कि आपका खाता मिटाया गया',
  'retention.what.orphans': 'डेटा, जिसका खाता अब नहीं है',
  'retention.what.events': 'Moodify की सेवाओं के बीच के संदेश',
  'retention.what.dead-letters': 'संदेश, जिन पर काम न हो सका',
  'retention.what.recovery': 'डेटाबेस की पिछली हालतें (पॉइंट-इन-टाइम रिकवरी)',
  'retention.what.backups': 'डेटाबेस के रोज़ाना बैकअप',
  'retention.what.logs': 'तकनीकी लॉग',
  'retention.what.traces': 'अनुरोधों में लगे समय (ट्रेस)',
  'retention.what.catalogue': 'संगीत कैटलॉग के जवाब (कैश)',
};
