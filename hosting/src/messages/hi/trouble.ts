import type { Translation } from '../en/translation';
import type { trouble as english } from '../en/trouble';

export const trouble: Translation<typeof english> = {
  'trouble.slow': 'इसमें ज़रूरत से ज़्यादा समय लग रहा है। नतीजा अब भी आ सकता है; आप फिर कोशिश भी कर सकते हैं।',
  'trouble.slow-upload': 'अपलोड आगे नहीं बढ़ रहा। कृपया कनेक्शन जाँचें; आप फिर कोशिश भी कर सकते हैं।',
  'trouble.offline': 'आप ऑफ़लाइन हैं। कनेक्शन लौटने पर कृपया फिर कोशिश करें।',
  'trouble.waiting': 'आप ऑफ़लाइन हैं। आपकी फ़ोटो इसी डिवाइस पर रखी है और कनेक्शन लौटते ही अपने-आप आगे बढ़ेगी।',
  'trouble.network': 'कनेक्शन टूट गया। कृपया फिर कोशिश करें।',
  'trouble.denied': 'इस खाते से यह करने की अनुमति नहीं है। कृपया साइन आउट करके फिर साइन इन करें।',
  'trouble.session': 'आपका सत्र समाप्त हो गया है। कृपया साइन आउट करके फिर साइन इन करें।',
  'trouble.too-many': 'एक साथ बहुत बार कोशिश हुई। कृपया एक मिनट रुककर फिर कोशिश करें।',
  'trouble.unknown': 'हमारी ओर से कुछ गड़बड़ हुई। कृपया फिर कोशिश करें।',
  'trouble.retry': 'फिर कोशिश करें',
};
