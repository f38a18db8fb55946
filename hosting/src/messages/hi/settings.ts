import type { settings as english } from '../en/settings';
import type { Translation } from '../en/translation';

export const settings: Translation<typeof english> = {
  'settings.language': 'भाषा',
  'settings.theme': 'थीम',
  'settings.theme.system': 'सिस्टम',
  'settings.theme.light': 'हल्की',
  'settings.theme.dark': 'गहरी',
};
