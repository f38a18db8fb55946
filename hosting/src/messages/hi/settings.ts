import type { settings as english } from '../en/settings';
import type { Translation } from '../en/translation';

export const settings: Translation<typeof english> = {
  'settings.language': 'भाषा',
  'settings.theme': 'रंग',
  'settings.theme.system': 'सिस्टम के अनुसार',
  'settings.theme.light': 'हल्के',
  'settings.theme.dark': 'गहरे',
};
