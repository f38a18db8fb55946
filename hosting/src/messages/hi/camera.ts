import type { camera as english } from '../en/camera';
import type { Translation } from '../en/translation';

export const camera: Translation<typeof english> = {
  'camera.open': 'कैमरा खोलें',
  'camera.again': 'कैमरा',
  'camera.title': 'कैमरे की ओर देखें',
  'camera.title.review': 'यह फ़ोटो भेजें?',
  'camera.close': 'कैमरा बंद करें',
  'camera.preview': 'कैमरे का दृश्य, आईने की तरह',
  'camera.photo': 'अभी ली गई फ़ोटो',
  'camera.opening': 'कैमरा खुल रहा है… ब्राउज़र पूछे तो अनुमति दें।',
  'camera.ready': 'कैमरा तैयार है।',
  'camera.shutter': 'फ़ोटो लें',
  'camera.stop': 'गिनती रोकें',
  'camera.switch': 'कैमरा बदलें',
  'camera.explained': '{count} सेकंड बाद फ़ोटो ली जाएगी। अभी कुछ नहीं भेजा जा रहा।',
  'camera.counting': 'स्थिर रहें। रोकने के लिए फिर से दबाएँ।',
  'camera.taken': 'फ़ोटो ले ली गई।',
  'camera.looks-good': 'अच्छी लग रही है',
  'camera.retake': 'फिर से लें',
  'camera.use': 'यही फ़ोटो भेजें',
  'camera.instead': 'इसके बजाय फ़ोटो चुनें',
  'camera.hint.good': 'अच्छा दिख रहा है',
  'camera.hint.dark': 'यहाँ थोड़ा अँधेरा है। ज़्यादा रोशनी से मदद मिलेगी।',
  'camera.hint.backlit': 'रोशनी आपके पीछे है। उसकी ओर मुड़ें।',
  'camera.hint.small': 'थोड़ा पास आएँ।',
  'camera.hint.blurred': 'तस्वीर धुंधली है। हिलें नहीं, या लेंस पोंछें।',
  'camera.hint.no-face': 'अभी कोई चेहरा नहीं दिख रहा। थोड़ा पास आएँ।',
  'camera.title.denied': 'कैमरा ब्लॉक है',
  'camera.help.denied':
    'इस पेज को कैमरे की अनुमति नहीं है। अनुमति देने के लिए पते के पास वाला आइकन दबाएँ, फिर “कैमरा” चुनें। फिर भी ब्लॉक रहे तो अपने डिवाइस की कैमरा सेटिंग देखें। अनुमति मिलते ही Moodify आगे बढ़ेगा।',
  'camera.title.dismissed': 'कैमरे की अनुमति नहीं मिली',
  'camera.help.dismissed':
    'ब्राउज़र का सवाल बंद कर दिया गया। “फिर कोशिश करें” दबाकर “अनुमति दें” चुनें। आपके कहे बिना कुछ नहीं भेजा जाता।',
  'camera.title.missing': 'कोई कैमरा नहीं मिला',
  'camera.help.missing':
    'इस डिवाइस में कैमरा नहीं है, या जुड़ा हुआ नहीं है। कैमरा जोड़कर फिर कोशिश करें, या कोई फ़ोटो चुनें।',
  'camera.title.busy': 'कैमरा कहीं और इस्तेमाल हो रहा है',
  'camera.help.busy':
    'लगता है कैमरा किसी और ऐप या टैब के पास है, जैसे वीडियो कॉल। उसे वहाँ बंद करके फिर कोशिश करें।',
  'camera.title.unsupported': 'इस ब्राउज़र में कैमरा नहीं',
  'camera.help.unsupported':
    'यह ब्राउज़र इस पेज को कैमरा इस्तेमाल नहीं करने देता। Moodify को Chrome, Edge, Firefox या Safari में खोलें, या कोई फ़ोटो चुनें।',
  'camera.title.noise': 'यह ब्राउज़र पेज से चित्र छिपाता है',
  'camera.help.noise':
    'आपकी पहचान छिपाने के लिए यह इस पेज को चित्रों की जगह शोर देता है। पेज को चित्र पढ़ने दें (“कैनवास डेटा”) और उसे फिर से लोड करें, या कोई फ़ोटो चुनें।',
  'camera.title.ended': 'कैमरा बंद हो गया',
  'camera.help.ended':
    'कैमरा निकाल दिया गया, बंद हो गया या किसी और ऐप ने ले लिया। वापस आने पर फिर कोशिश करें।',
  'camera.title.unknown': 'कैमरा नहीं खुल रहा',
  'camera.help.unknown': 'कैमरे में कोई गड़बड़ हुई। फिर कोशिश करें, या कोई फ़ोटो चुनें।',
  'camera.hint.black': 'तस्वीर काली है। क्या कैमरे के आगे कुछ है?',
  'camera.review.no-face': 'इस फ़ोटो में कोई चेहरा नहीं दिखता। दूसरी लें?',
  'camera.review.unknown': 'क्या आपका चेहरा इसमें है, और रोशनी ठीक है?',
};
