/**
 * Words that lists of leaked passwords begin with, and words of this place. With figures and signs before
 * or after them, or in the place of letters, they are as easy to guess.
 */
const WORDS = new Set(
  (
    'abcdef access admin administrator adobe amanda america andrea andrew angel anthony apple april arsenal ' +
    'asdfgh asdfghjkl ashley august austin autumn azerty azertyuiop bailey banana barcelona baseball ' +
    'basketball batman bharat biteme blink butterfly buster carlos changeme charlie cheese chelsea chicken ' +
    'chocolate computer cookie corona corvette cricket daniel december default diamond dolphin donald dragon ' +
    'eagle eminem facebook february ferrari flower football freedom friday friends ganesh gemini george ' +
    'ginger google guest hannah hanuman harley heather hello hockey hunter iloveyou india instagram internet ' +
    'jackson january jasmine jennifer jessica jordan joseph joshua july june justin killer krishna letmein ' +
    'linkedin liverpool login london lovely loveme maggie manchester march marina martin master matrix ' +
    'matthew mercedes merlin michael michelle minecraft monday monkey moodify morgan mother music mustang ' +
    'naruto nicole november october oliver orange passw0rd passwort password pepper pokemon precious princess ' +
    'purple qazwsx qazwsxedc qwerty qwertyuiop qwertz qwertzuiop ranger rachel robert root samantha samsung ' +
    'saturday secret september shadow silver slipknot snoopy soccer spiderman spotify spring starwars steelers ' +
    'summer sunday sunshine superman target taylor test testing thomas thunder thursday tiger tigger tinkerbell ' +
    'trustno tuesday twitter user victoria vanessa wednesday welcome whatever william winner winter wizard ' +
    'yankees yellow zxcvbn zxcvbnm'
  ).split(' '),
);

/** What stands for letters, in the words that people think are safer so. */
const LETTERS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Neighbours, in figures, the alphabet, the keyboard's rows and zigzags over it; and backwards. */
const RUNS = [
  '12345678901234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  '1qaz2wsx3edc4rfv5tgb6yhn',
].flatMap((run) => [run, Array.from(run).reverse().join('')]);

/**
 * Returns whether a password is among the first that somebody would try: a common word, something that is
 * repeated, a run of neighbours, or the address itself (NIST SP 800-63B-4, 3.1.1.2).
 *
 * @param email whose password it is; may be empty
 */
export function isGuessable(password: string, email: string): boolean {
  const typed = password.toLowerCase();
  const [name = ''] = email.toLowerCase().split('@');
  return (
    isRepeated(typed) ||
    isRun(typed) ||
    wordsIn(typed).some((word) => WORDS.has(word) || word === name) ||
    typed === email.toLowerCase()
  );
}

/** The word that is left without what stands around it, as it is typed and as it is meant. */
function wordsIn(typed: string): string[] {
  const trimmed = typed.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return [typed, trimmed].flatMap((word) => [word, asMeant(word)]);
}

function asMeant(word: string): string {
  return word.replace(/[013457@$!]/g, (sign) => LETTERS[sign] ?? sign);
}

function isRepeated(typed: string): boolean {
  return /^(.{1,4})\1+.{0,3}$/u.test(typed);
}

function isRun(typed: string): boolean {
  return RUNS.some((run) => run.includes(typed));
}
