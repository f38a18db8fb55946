import type { saved as english } from '../en/saved';
import type { Translation } from '../en/translation';

export const saved: Translation<typeof english> = {
  'saved.page.title': 'सहेजी गई प्लेलिस्ट',
  'saved.introduction': 'आपकी सहेजी हुई प्लेलिस्ट, आपके दिए नामों के साथ।',
  'saved.error': 'आपकी सहेजी गई प्लेलिस्ट अभी नहीं दिखाई जा सकतीं।',
  'saved.empty.title': 'अभी कोई प्लेलिस्ट सहेजी नहीं गई',
  'saved.empty': 'कोई प्रविष्टि खोलें और उसका संगीत रखने के लिए “प्लेलिस्ट सहेजें” चुनें।',
  'saved.empty.begin': 'अपने इतिहास पर जाएँ',
  'saved.more': 'और दिखाएँ',
  'saved.loading': 'लोड हो रहा है…',
  'saved.more-shown.one': '{count} और प्लेलिस्ट दिखाई गई।',
  'saved.more-shown.other': '{count} और प्लेलिस्ट दिखाई गईं।',

  'saved.save': 'प्लेलिस्ट सहेजें',
  'saved.save.now': 'सहेजें',
  'saved.saving': 'सहेजा जा रहा है…',
  'saved.name': 'प्लेलिस्ट का नाम',
  'saved.name.missing': 'एक नाम लिखें।',
  'saved.name.too-long': 'छोटा नाम रखें: ज़्यादा से ज़्यादा 100 अक्षर।',
  'saved.first-name': '{emotion}, {goal}, {day}',
  'saved.done': 'सहेज लिया गया।',
  'saved.done.show': 'सहेजी गई प्लेलिस्ट देखें',
  'saved.done.named': '“{name}” सहेज ली गई।',

  'saved.play': '{name} चलाएँ',
  'saved.rename': '{name} का नाम बदलें',
  'saved.rename.short': 'नाम बदलें',
  'saved.rename.confirm': 'नाम बदलें',
  'saved.renamed': 'प्लेलिस्ट का नाम अब “{name}” है।',
  'saved.delete': '{name} मिटाएँ',
  'saved.delete.short': 'मिटाएँ',
  'saved.delete.title': 'यह प्लेलिस्ट मिटाएँ?',
  'saved.delete.explanation':
    '“{name}” हमेशा के लिए मिट जाएगी। जिस प्रविष्टि से यह बनी थी, वह बनी रहेगी।',
  'saved.delete.confirm': 'प्लेलिस्ट मिटाएँ',
  'saved.deleted': '“{name}” मिटा दी गई।',
  'saved.show-tracks': 'ट्रैक और निर्यात',

  'saved.export': 'निर्यात करें',
  'saved.export.m3u': 'M3U फ़ाइल',
  'saved.export.json': 'JSON फ़ाइल',
  'saved.export.zip': 'संगीत के साथ M3U (ZIP)',
  'saved.export.composing': '{count} में से रचना {number} बन रही है',
  'saved.export.originals.one':
    '{count} ट्रैक Moodify आपके ब्राउज़र में रचता है। दूसरे प्लेयर इसे नहीं चला सकते; JSON में इसकी विधि रहती है।',
  'saved.export.originals.other':
    '{count} ट्रैक Moodify आपके ब्राउज़र में रचता है। दूसरे प्लेयर इन्हें नहीं चला सकते; JSON में इनकी विधि रहती है।',
  'saved.export.no-address': '{title}: Moodify ने ब्राउज़र में रचा है, इसलिए दूसरे प्लेयर इसे नहीं चला सकते',
  'saved.exported': '{file} डाउनलोड हो रही है।',
};
