import { describe, expect, test } from 'vitest';
import { isGuessable } from './guessable-password';

const EMAIL = 'annabelle.meyer@example.com';

describe('a password that anybody would try first', () => {
  test.each([
    ['a common word', 'password'],
    ['in capitals', 'PassWord'],
    ['with figures behind it', 'sunshine2024'],
    ['with signs around it', '!!football!!'],
    ['with signs for letters', 'p@ssw0rd'],
    ['with both', 'P@ssw0rd!23'],
    ['one sign again and again', '11111111'],
    ['two signs again and again', 'abababab'],
    ['a date again and again', '19841984'],
    ['figures in their order', '123456789'],
    ['backwards', '87654321'],
    ['the alphabet', 'abcdefgh'],
    ['neighbours on the keyboard', 'qwertyuiop'],
    ['a zigzag over the keyboard', '1q2w3e4r'],
    ['the name of this place', 'moodify1'],
    ['the name in the address', 'annabelle.meyer'],
    ['the same with a year', 'annabelle.meyer1984'],
    ['the address', 'Annabelle.Meyer@Example.com'],
  ])('%s: %s', (_, password) => {
    expect(isGuessable(password, EMAIL)).toBe(true);
  });

  test.each([
    ['four words', 'correct horse battery staple'],
    ['a common word among others', 'sunshine over my kitchen'],
    ['a sentence in another script', 'नीला आसमान'],
    ['what a manager makes', 'x7#Lq9!vTz2&'],
    ['figures in no order', '83910274'],
    ['a word with something in it', 'pass my word on'],
  ])('is not %s: %s', (_, password) => {
    expect(isGuessable(password, EMAIL)).toBe(false);
  });

  test('is not one without an address to compare with', () => {
    expect(isGuessable('x7#Lq9!vTz2&', '')).toBe(false);
  });
});
