import type { Recording } from './signal';
import { SAMPLE_RATE } from './signal';

const HEADER = 44;
const CHANNELS = 2;
const BYTES_PER_SAMPLE = 2;

/** Writes a recording as a WAV file: PCM, 16 bits, stereo, which every browser plays. */
export function encodeWav({ left, right }: Recording): Blob {
  const size = left.length * CHANNELS * BYTES_PER_SAMPLE;
  const header = new DataView(new ArrayBuffer(HEADER));
  const text = (offset: number, word: string) => {
    new TextEncoder().encode(word).forEach((byte, index) => {
      header.setUint8(offset + index, byte);
    });
  };
  text(0, 'RIFF');
  header.setUint32(4, HEADER - 8 + size, true);
  text(8, 'WAVEfmt ');
  header.setUint32(16, 16, true);
  header.setUint16(20, 1, true);
  header.setUint16(22, CHANNELS, true);
  header.setUint32(24, SAMPLE_RATE, true);
  header.setUint32(28, SAMPLE_RATE * CHANNELS * BYTES_PER_SAMPLE, true);
  header.setUint16(32, CHANNELS * BYTES_PER_SAMPLE, true);
  header.setUint16(34, BYTES_PER_SAMPLE * 8, true);
  text(36, 'data');
  header.setUint32(40, size, true);
  const samples = new Int16Array(left.length * CHANNELS);
  for (let index = 0; index < left.length; index += 1) {
    samples[2 * index] = quantized(left[index] ?? 0);
    samples[2 * index + 1] = quantized(right[index] ?? 0);
  }
  return new Blob([header, samples], { type: 'audio/wav' });
}

function quantized(sample: number): number {
  return Math.round(Math.min(1, Math.max(-1, sample)) * 32_767);
}
