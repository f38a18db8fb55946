import type { home as english } from '../en/home';
import type { Translation } from '../translation';

export const home: Translation<typeof english> = {
  'home.headline': 'संगीत चुनने का काम अपने चेहरे पर छोड़ें।',
  'home.introduction': 'चेहरे वाली एक फ़ोटो चुनें। बाकी काम Moodify का।',
};
