import type { Translation } from '../en/translation';
import type { trouble as english } from '../en/trouble';

export const trouble: Translation<typeof english> = {
  'trouble.slow': 'इसमें ज़्यादा समय लग रहा है। नतीजा अब भी आ सकता है, या आप फिर कोशिश कर सकते हैं।',
  'trouble.slow-upload': 'अपलोड आगे नहीं बढ़ रहा। अपना इंटरनेट जाँचें, या फिर कोशिश करें।',
  'trouble.offline': 'आप ऑफ़लाइन हैं। इंटरनेट लौटने पर फिर कोशिश करें।',
  'trouble.waiting': 'आप ऑफ़लाइन हैं। आपकी फ़ोटो इसी डिवाइस पर रखी है और इंटरनेट लौटते ही भेजी जाएगी।',
  'trouble.network': 'इंटरनेट कट गया। फिर कोशिश करें।',
  'trouble.denied': 'इस खाते से यह करने की अनुमति नहीं है। साइन आउट करके फिर साइन इन करें।',
  'trouble.session': 'आपका सत्र समाप्त हो गया है। साइन आउट करके फिर साइन इन करें।',
  'trouble.app-check':
    'इस पेज की पुष्टि नहीं हो सकी। इसे फिर से लोड करें, और reCAPTCHA को रोकने वाली चीज़ें बंद करें।',
  'trouble.too-many': 'एक साथ बहुत बार कोशिश हुई। एक मिनट रुककर फिर कोशिश करें।',
  'trouble.unknown': 'हमारी ओर से कुछ गड़बड़ हुई। फिर कोशिश करें।',
  'trouble.retry': 'फिर कोशिश करें',
};
