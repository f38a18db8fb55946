const RATE = 4000;
const made = new Map<number, Buffer>();

/** Returns a WAV file of a soft tone: PCM, 8 bits, mono. */
export function toneFile(seconds: number): Buffer {
  const known = made.get(seconds) ?? makeTone(seconds);
  made.set(seconds, known);
  return known;
}

function makeTone(seconds: number): Buffer {
  const samples = Buffer.from(
    Array.from({ length: seconds * RATE }, (_, index) =>
      Math.round(128 + 20 * Math.sin((2 * Math.PI * 220 * index) / RATE)),
    ),
  );
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}
