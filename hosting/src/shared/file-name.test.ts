import { describe, expect, test } from 'vitest';
import { fileName } from './file-name';

describe("a file's name", () => {
  test.each<[string, string]>([
    ['Rainy day', 'Rainy day.m3u'],
    ['शाम का संगीत', 'शाम का संगीत.m3u'],
    ['क्\u200Dष', 'क्\u200Dष.m3u'],
    ['😀 mix', '😀 mix.m3u'],
    ['../../etc/passwd', 'etc-passwd.m3u'],
    ['..\\..\\windows', 'windows.m3u'],
    ['AC/DC: live? "yes" <b>|*', 'AC-DC- live- -yes- -b-.m3u'],
    ['line\r\nbreak\u0000nul', 'line break nul.m3u'],
    ['photo\u202Egpj.exe', 'photo gpj.exe.m3u'],
    ['.hidden', 'hidden.m3u'],
    ['--option', 'option.m3u'],
    ['ends in dots...', 'ends in dots.m3u'],
    ['CON', '_CON.m3u'],
    ['com1.anything', '_com1.anything.m3u'],
    ['concert', 'concert.m3u'],
    ['', 'moodify-playlist.m3u'],
    ['///', 'moodify-playlist.m3u'],
    ['\u200B\u2066', 'moodify-playlist.m3u'],
    ['\uD800', 'moodify-playlist.m3u'],
  ])('for %j is %j', (name, expected) => {
    expect(fileName(name, '.m3u')).toBe(expected);
  });

  test('fits into what file systems allow, and cuts no character in half', () => {
    const name = fileName('👩‍👩‍👧‍👦'.repeat(100), '.json');
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(205);
    expect(name).toMatch(/^(👩‍👩‍👧‍👦)+\.json$/u);
  });
});
