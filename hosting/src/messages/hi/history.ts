import type { history as english } from '../en/history';
import type { Translation } from '../translation';

export const history: Translation<typeof english> = {
  'history.title': 'आपकी पिछली प्रविष्टियाँ',
  'history.empty': 'अभी कुछ नहीं है। आपकी पहली फ़ोटो से यह सूची शुरू होगी।',
  'history.error': 'आपकी पिछली प्रविष्टियाँ अभी नहीं दिखाई जा सकतीं।',
  'history.analyzing': 'पढ़ा जा रहा है',
  'history.no-face': 'कोई चेहरा नहीं',
  'history.failed': 'पढ़ा नहीं जा सका',
  'history.page.title': 'इतिहास',
};
