import type { account as english } from '../en/account';
import type { Translation } from '../translation';

export const account: Translation<typeof english> = {
  'account.title': 'स्वागत है',
  'account.subtitle': 'साइन इन करें, या इन्हीं दो खानों से नया खाता बनाएँ।',
  'account.email': 'ईमेल',
  'account.password': 'पासवर्ड',
  'account.password.hint': 'कम से कम 6 अक्षर',
  'account.password.show': 'दिखाएँ',
  'account.password.show.label': 'पासवर्ड दिखाएँ',
  'account.sign-in': 'साइन इन करें',
  'account.sign-up': 'खाता बनाएँ',
  'account.sign-out': 'साइन आउट करें',
  'account.signing-in': 'साइन इन हो रहा है …',
  'account.signing-up': 'आपका खाता बन रहा है …',
  'account.error.email-missing': 'कृपया अपना ईमेल पता लिखें।',
  'account.error.email-invalid': 'यह ईमेल पता जैसा नहीं लगता। क्या लिखने में कोई ग़लती हुई है?',
  'account.error.password-missing': 'कृपया अपना पासवर्ड लिखें।',
  'account.error.password-weak': 'इस पासवर्ड का अंदाज़ा लगाना बहुत आसान है। कृपया कम से कम 6 अक्षर रखें।',
  'account.error.email-taken': 'इस ईमेल पते से पहले से एक खाता है। उसे खोलने के लिए “साइन इन करें” चुनें।',
  'account.error.credentials': 'ईमेल या पासवर्ड सही नहीं है। अगर आप नए हैं, तो “खाता बनाएँ” चुनें।',
  'account.error.disabled': 'यह खाता बंद कर दिया गया है।',
  'account.error.too-many': 'लगातार बहुत बार कोशिश हुई। कृपया एक मिनट रुककर फिर कोशिश करें।',
  'account.error.network': 'Moodify तक पहुँचा नहीं जा सका। कृपया कनेक्शन जाँचें और फिर कोशिश करें।',
  'account.error.unknown': 'यह नहीं हो पाया। कृपया थोड़ी देर में फिर कोशिश करें।',
};
