import type { journey as english } from '../en/journey';
import type { Translation } from '../en/translation';

export const journey: Translation<typeof english> = {
  'step.uploading': 'अपलोड',
  'step.finding': 'चेहरा ढूँढना',
  'step.reading': 'हाव-भाव पढ़ना',
  'step.choosing': 'संगीत चुनना',

  'status.idle': 'जब आप चाहें, शुरू करें।',
  'status.preparing': 'आपकी फ़ोटो तैयार हो रही है…',
  'status.uploading': 'आपकी फ़ोटो अपलोड हो रही है…',
  'status.resumed': 'आपकी फ़ोटो फिर से भेजी जा रही है…',
  'status.waiting': 'इंटरनेट का इंतज़ार है…',
  'status.finding': 'चेहरा ढूँढा जा रहा है…',
  'status.reading': 'हाव-भाव पढ़ा जा रहा है…',
  'status.choosing': 'संगीत चुना जा रहा है…',
  'status.ready': 'आपका चेहरा {emotion} लग रहा है। आपका संगीत तैयार है।',
  'status.ready.past': 'आपका चेहरा {emotion} लग रहा था। यह रहा उसका संगीत।',
  'status.unsure.past': 'आपका हाव-भाव पढ़ना मुश्किल था। यह रहा उसका संगीत।',
  'status.unsure': 'आपका हाव-भाव पढ़ना मुश्किल है। आपका संगीत तैयार है।',
  'status.corrected': 'आपने इसे बदलकर “{emotion}” किया। आपका संगीत तैयार है।',
  'status.picked': 'आपने चुना: {emotion}। आपका संगीत तैयार है।',
  'status.no-face': 'इस फ़ोटो में कोई चेहरा नहीं मिला।',
  'status.failed': 'यह फ़ोटो पढ़ी नहीं जा सकी।',
  'status.stopped': 'यह नहीं हो पाया।',

  'journey.cancel': 'रद्द करें',

  'journey.not-kept': 'यह आपके इतिहास में नहीं जोड़ा जाता।',
  'journey.keep': 'यह प्रविष्टि रखें',
};
