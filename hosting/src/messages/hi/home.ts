import type { home as english } from '../en/home';
import type { Translation } from '../en/translation';

export const home: Translation<typeof english> = {
  'home.headline': 'संगीत अपने चेहरे को चुनने दें।',
  'home.introduction': 'चेहरे वाली फ़ोटो लें या चुनें। बाक़ी काम Moodify का।',
  'home.declined': 'आपकी सहमति के बिना कोई फ़ोटो नहीं पढ़ी जाती। आप मूड ख़ुद भी चुन सकते हैं।',
  'home.busy': 'एक बार में एक ही फ़ोटो: पहली अभी पूरी नहीं हुई है।',
  'home.several': 'Moodify एक बार में एक ही फ़ोटो पढ़ता है, इसलिए {count} में से पहली ली गई।',
};
