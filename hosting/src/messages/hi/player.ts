import type { player as english } from '../en/player';
import type { Translation } from '../translation';

export const player: Translation<typeof english> = {
  'player.title': 'प्लेयर',
  'player.play': 'चलाएँ',
  'player.pause': 'रोकें',
  'player.next': 'अगला गीत',
  'player.previous': 'पिछला गीत',
  'player.seek': 'गीत में स्थान',
  'player.like': 'पसंद',
  'player.dislike': 'इसे फिर न चलाएँ',
  'player.composing': 'यह रचना बन रही है, {percent} …',
  'player.loading': 'लोड हो रहा है …',
  'player.skipped': '“{title}” अभी नहीं चल सकता, इसलिए छोड़ दिया गया।',
};
