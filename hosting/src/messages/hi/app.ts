import type { app as english } from '../en/app';
import type { Translation } from '../en/translation';

export const app: Translation<typeof english> = {
  'app.name': 'Moodify',
  'app.skip': 'मुख्य सामग्री पर जाएँ',
  'app.starting': 'शुरू हो रहा है…',
  'app.broken': 'Moodify शुरू नहीं हो सका। अपना इंटरनेट जाँचें और पेज फिर से लोड करें।',
  'app.reload': 'फिर से लोड करें',
  'app.offline': 'आप ऑफ़लाइन हैं। इंटरनेट लौटते ही काम आगे बढ़ेगा।',
  'app.title': '{page} · Moodify',
  'app.title.landing': 'Moodify: आपके हाव-भाव के लिए संगीत',
  'app.not-there.title': 'पेज नहीं मिला',
  'app.not-there.text': 'हो सकता है पता पुराना हो या उसमें कोई ग़लती हो।',
  'app.not-there.home': 'होम पर जाएँ',
  'app.page-failed': 'यह पेज लोड नहीं हो सका। अपना इंटरनेट जाँचें और फिर कोशिश करें।',
  'app.dismiss': 'बंद करें',

  'nav.label': 'पेज',
  'nav.home': 'होम',
  'nav.history': 'इतिहास',
  'nav.insights': 'रुझान',
  'nav.saved': 'सहेजे गए',
  'nav.profile': 'प्रोफ़ाइल',
  'app.signed-out': 'आप साइन आउट हो गए हैं। आगे बढ़ने के लिए फिर साइन इन करें।',
  'app.title.playing': '{title} · {artist} · Moodify',
  'app.undo': 'वापस लें',
};
