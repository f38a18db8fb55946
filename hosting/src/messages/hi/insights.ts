import type { insights as english } from '../en/insights';
import type { Translation } from '../en/translation';

export const insights: Translation<typeof english> = {
  'insights.page.title': 'रुझान',
  'insights.introduction':
    'आपकी प्रविष्टियाँ मिलकर क्या बताती हैं। हाव-भाव बस यह है कि एक पल में चेहरा कैसा दिखता है; यह आपकी भावना नहीं है, और न ही कोई निदान।',
  'insights.updated': '{time} को गिना गया, {zone}',
  'insights.zone': '{zone} में गिना गया',
  'insights.stale': 'आपकी सबसे नई प्रविष्टि अभी गिनी नहीं गई है। वह अपने-आप जुड़ जाएगी।',
  'insights.error': 'आपके रुझान अभी नहीं दिखाए जा सकते।',
  'insights.empty.title': 'अभी देखने लायक कुछ नहीं है',
  'insights.empty': 'आपकी पहली प्रविष्टियों के साथ Moodify यहाँ दिखाएगा कि वे कब की हैं और क्या बताती हैं।',
  'insights.empty.begin': 'प्रविष्टि बनाएँ',

  'insights.figure.entries': 'प्रविष्टियाँ',
  'insights.figure.expression': 'सबसे ज़्यादा',
  'insights.figure.weekday': 'सबसे व्यस्त दिन',
  'insights.figure.hour': 'सबसे व्यस्त घंटा',

  'insights.expression': 'हाव-भाव',
  'insights.share': 'हिस्सा',
  'insights.day': 'दिन',
  'insights.period': 'दिनों की अवधि',
  'insights.weekday': 'सप्ताह का दिन',
  'insights.hour': 'घंटा',
  'insights.before': 'पहले',
  'insights.after': 'बाद में',

  'insights.days': 'समय के साथ',
  'insights.days.month.one': 'पिछले 30 दिनों में {count} प्रविष्टि',
  'insights.days.month.other': 'पिछले 30 दिनों में {count} प्रविष्टियाँ',
  'insights.days.quarter.one': 'पिछले 13 सप्ताहों में {count} प्रविष्टि',
  'insights.days.quarter.other': 'पिछले 13 सप्ताहों में {count} प्रविष्टियाँ',
  'insights.days.year.one': 'पिछले 52 सप्ताहों में {count} प्रविष्टि, हर पट्टी में चार सप्ताह',
  'insights.days.year.other': 'पिछले 52 सप्ताहों में {count} प्रविष्टियाँ, हर पट्टी में चार सप्ताह',
  'insights.span': 'कितना पीछे तक',
  'insights.span.month': '30 दिन',
  'insights.span.quarter': '13 सप्ताह',
  'insights.span.year': 'एक साल',

  'insights.shares': 'हर हाव-भाव का हिस्सा',
  'insights.shares.finding': 'सबसे ज़्यादा: {emotion}, सभी प्रविष्टियों का {percent}',
  'insights.weekdays': 'सप्ताह के दिन के हिसाब से',
  'insights.weekdays.finding': 'सबसे ज़्यादा प्रविष्टियाँ {weekday} को',
  'insights.hours': 'दिन के घंटे के हिसाब से',
  'insights.hours.finding': 'सबसे ज़्यादा प्रविष्टियाँ {hour} के बीच',

  'insights.lift': '“मन उठाए” से पहले और बाद में',
  'insights.lift.none':
    'यहाँ दिखेगा कि मन उठाने वाले संगीत से पहले और बाद में आपका हाव-भाव कैसा दिखा। इसके लिए “मन उठाए” वाली एक प्रविष्टि और तीन घंटे के भीतर एक और प्रविष्टि चाहिए।',
  'insights.lift.finding': '{pairs} में से {lifted} बार अगला हाव-भाव ज़्यादा सुखद दिखा',
  'insights.lift.valence': '−1 (अप्रिय) से +1 (सुखद) के पैमाने पर औसत {before} से {after} हुआ।',
  'insights.lift.few': 'ये मामले कम हैं, इसलिए इसे हल्के में लें।',
  'insights.lift.caution': 'तीन घंटे में और भी बहुत कुछ होता है; ज़रूरी नहीं कि कारण संगीत ही हो।',

  'insights.chart.table': 'तालिका के रूप में दिखाएँ',
  'insights.chart.table-follows': 'नीचे की तालिका में भी यही है।',
};
