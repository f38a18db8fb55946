import type { Recording } from '../sound/signal';
import { SAMPLE_RATE } from '../sound/signal';
import { webmCluster, webmStart, type Frame } from './webm';

/** What is written, for a SourceBuffer. */
export const OPUS_FILE_TYPE = 'audio/webm; codecs="opus"';

const CHANNELS = 2;

/** Beyond what anyone hears a difference at, in bits a second. */
const BIT_RATE = 160_000;

/** How much sound is handed on at a time, in milliseconds. */
const CLUSTER_MS = 1000;

const CONFIGURATION: AudioEncoderConfig = {
  codec: 'opus',
  sampleRate: SAMPLE_RATE,
  numberOfChannels: CHANNELS,
  bitrate: BIT_RATE,
};

/** Returns whether this browser can write such a file, and play it while it is being written. */
export async function canStreamOpus(): Promise<boolean> {
  return (
    'MediaSource' in globalThis &&
    MediaSource.isTypeSupported(OPUS_FILE_TYPE) &&
    (await canWriteOpus())
  );
}

/** Returns whether this browser can write such a file. */
export async function canWriteOpus(): Promise<boolean> {
  if (!('AudioEncoder' in globalThis)) {
    return false;
  }
  const { supported } = await AudioEncoder.isConfigSupported(CONFIGURATION);
  return supported === true;
}

/** Writes recordings, one after the other, into one file, a part at a time. */
export class OpusFile {
  private readonly encoder: AudioEncoder;
  private opusHead: Uint8Array | undefined;
  private frames: Frame[] = [];
  private hasBegun = false;
  private samples = 0;
  private failure: DOMException | undefined;

  /**
   * @param seconds how long it is going to be
   * @param onPart called with every part, in order
   */
  constructor(
    private readonly seconds: number,
    private readonly onPart: (part: Uint8Array<ArrayBuffer>) => void,
  ) {
    this.encoder = new AudioEncoder({
      output: (chunk, metadata) => {
        this.take(chunk, metadata);
      },
      error: (error) => {
        this.failure = error;
      },
    });
    this.encoder.configure(CONFIGURATION);
  }

  /** @throws DOMException if the browser's encoder has failed */
  add({ left, right }: Recording): void {
    if (this.failure) {
      throw this.failure;
    }
    const data = new Float32Array(left.length + right.length);
    data.set(left);
    data.set(right, left.length);
    const sound = new AudioData({
      format: 'f32-planar',
      sampleRate: SAMPLE_RATE,
      numberOfFrames: left.length,
      numberOfChannels: CHANNELS,
      timestamp: Math.round((this.samples / SAMPLE_RATE) * 1e6),
      data,
    });
    this.samples += left.length;
    this.encoder.encode(sound);
    sound.close();
  }

  /**
   * Writes what is left.
   *
   * @throws DOMException if the browser's encoder has failed
   */
  async end(): Promise<void> {
    await this.encoder.flush();
    this.writeFrames();
    this.encoder.close();
  }

  /** Lets go of the encoder before the end. */
  abort(): void {
    if (this.encoder.state !== 'closed') {
      this.encoder.close();
    }
  }

  private take(chunk: EncodedAudioChunk, metadata?: EncodedAudioChunkMetadata): void {
    const description = metadata?.decoderConfig?.description;
    if (description && !this.opusHead) {
      this.opusHead = bytesOf(description);
    }
    const data = new Uint8Array(chunk.byteLength);
    chunk.copyTo(data);
    this.frames.push({ time: chunk.timestamp / 1000, data });
    const [first] = this.frames;
    if (first && chunk.timestamp / 1000 - first.time >= CLUSTER_MS) {
      this.writeFrames();
    }
  }

  private writeFrames(): void {
    if (!this.hasBegun) {
      this.hasBegun = true;
      this.onPart(webmStart(this.seconds, this.opusHead ?? usualOpusHead()));
    }
    if (this.frames.length > 0) {
      this.onPart(webmCluster(this.frames));
      this.frames = [];
    }
  }
}

function bytesOf(source: AllowSharedBufferSource): Uint8Array {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
}

/** For an encoder that gives none: stereo, with the delay of the reference encoder. */
function usualOpusHead(): Uint8Array {
  const head = new DataView(new ArrayBuffer(19));
  new TextEncoder().encode('OpusHead').forEach((byte, index) => {
    head.setUint8(index, byte);
  });
  head.setUint8(8, 1);
  head.setUint8(9, CHANNELS);
  head.setUint16(10, 312, true);
  head.setUint32(12, SAMPLE_RATE, true);
  return new Uint8Array(head.buffer);
}
