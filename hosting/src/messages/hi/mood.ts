import type { mood as english } from '../en/mood';
import type { Translation } from '../en/translation';

export const mood: Translation<typeof english> = {
  'mood.looks': 'आपका हाव-भाव लगता है',
  'mood.looks.past': 'आपका हाव-भाव लग रहा था',
  'mood.unsure': 'कहना मुश्किल है। आपका हाव-भाव शायद है',
  'mood.unsure.past': 'कहना मुश्किल है। आपका हाव-भाव शायद था',
  'mood.picked': 'आपने चुना',
  'mood.corrected': 'आपने बताया',
  'mood.confidence': '{percent} भरोसा',
  'mood.scores': 'सातों हाव-भाव',
  'mood.correct': 'इनमें से कौन-सा सबसे सही है?',
  'mood.faces.one': 'हमें एक चेहरा मिला।',
  'mood.faces.other': 'हमें {count} चेहरे मिले और हमने सबसे बड़ा देखा।',
  'mood.no-face.title': 'कोई चेहरा नहीं मिला',
  'mood.no-face.advice':
    'फ़ोटो तब सबसे अच्छी रहती है जब रोशनी सामने से आए, चेहरा कैमरे की ओर हो और बहुत छोटा न हो।',
  'mood.failed.unknown': 'Moodify यह फ़ोटो नहीं पढ़ सका। कृपया दूसरी फ़ोटो आज़माएँ।',
  'mood.failed.damaged': 'यह फ़ाइल ख़राब या अधूरी है। कृपया दूसरी फ़ोटो चुनें, या इसे फिर से सहेजें।',
  'mood.failed.svg': 'SVG चित्र यहाँ नहीं पढ़े जा सकते। कृपया JPEG या PNG फ़ोटो चुनें।',
  'mood.failed.format':
    'इस तरह के चित्र यहाँ नहीं पढ़े जा सकते। कृपया फ़ोटो को JPEG के रूप में सहेजें और फिर कोशिश करें।',
  'mood.failed.photo-gone': 'यह फ़ोटो पढ़े जाने से पहले मिटा दी गई। कृपया इसे फिर से चुनें।',
  'mood.failed.gave-up': 'एक घंटे से ज़्यादा समय तक यह फ़ोटो पढ़ी नहीं जा सकी। कृपया इसे फिर से चुनें।',
  'mood.failed.stuck': 'इस फ़ोटो को पढ़ना दो बार बीच में रुक गया। कृपया इसे फिर से चुनें।',
  'mood.none-of-these': 'इनमें से कोई नहीं',
  'mood.not-right': 'सही नहीं? बताएँ क्या ठीक है',
  'manual.title': 'फ़ोटो नहीं? अपना मूड ख़ुद चुनें',
  'manual.question': 'आप कैसा महसूस कर रहे हैं?',

  'emotion.angry': 'नाराज़',
  'emotion.disgust': 'घृणा भरा',
  'emotion.fear': 'डरा हुआ',
  'emotion.happy': 'ख़ुश',
  'emotion.sad': 'उदास',
  'emotion.surprise': 'हैरान',
  'emotion.neutral': 'सामान्य',

  'goal.title': 'संगीत क्या करे?',
  'goal.match': 'मेल खाए',
  'goal.hint.match': 'मूड जैसा',
  'goal.lift': 'मन उठाए',
  'goal.hint.lift': 'मूड बेहतर करे',
  'goal.calm': 'शांत करे',
  'goal.hint.calm': 'सुकून दे',
};
