import type { mood as english } from '../en/mood';
import type { Translation } from '../translation';

export const mood: Translation<typeof english> = {
  'mood.looks': 'आपका हाव-भाव लगता है',
  'mood.unsure': 'कहना मुश्किल है। आपका हाव-भाव शायद है',
  'mood.picked': 'आपने चुना',
  'mood.corrected': 'आपने बताया',
  'mood.confidence': '{percent} भरोसा',
  'mood.scores': 'सातों हाव-भाव',
  'mood.correct': 'इनमें से कौन सा सबसे सही है?',
  'mood.faces.one': 'हमें एक चेहरा मिला।',
  'mood.faces.other': 'हमें {count} चेहरे मिले और हमने सबसे बड़ा देखा।',
  'mood.no-face.title': 'कोई चेहरा नहीं मिला',
  'mood.no-face.advice':
    'फ़ोटो तब सबसे अच्छी रहती है जब रोशनी सामने से आए, चेहरा कैमरे की ओर हो और बहुत छोटा न हो।',
  'mood.failed.unknown': 'Moodify यह फ़ोटो नहीं पढ़ सका। कृपया दूसरी फ़ोटो आज़माएँ।',
  'mood.none-of-these': 'इनमें से कोई नहीं',
  'mood.not-right': 'सही नहीं? बताएँ क्या ठीक है',
  'manual.title': 'फ़ोटो नहीं? अपना मूड ख़ुद चुनें',
  'manual.question': 'आप कैसा महसूस कर रहे हैं?',

  'emotion.angry': 'ग़ुस्सा',
  'emotion.disgust': 'घृणा',
  'emotion.fear': 'डर',
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
  'goal.hint.calm': 'धीमा और सुकून भरा',
};
