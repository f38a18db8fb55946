/** A file that is still being written, and that a media element can play meanwhile. */
export class GrowingFile {
  private readonly parts: Uint8Array<ArrayBuffer>[] = [];
  private isWhole = false;
  private failed = false;
  private readonly readers = new Set<() => void>();

  /**
   * @param type for a SourceBuffer
   * @param seconds how long it is going to be
   */
  constructor(
    private readonly type: string,
    private readonly seconds: number,
  ) {}

  add(part: Uint8Array<ArrayBuffer>): void {
    this.parts.push(part);
    this.wakeReaders();
  }

  /** Says that there is no more to come. */
  end(): void {
    this.isWhole = true;
    this.wakeReaders();
  }

  /** Says that the rest will never come. */
  fail(): void {
    this.failed = true;
    this.wakeReaders();
  }

  /** Returns an address at which one media element can play the file, now and as it grows. */
  open(): string {
    const source = new MediaSource();
    source.addEventListener(
      'sourceopen',
      () => {
        this.feed(source);
      },
      { once: true },
    );
    return URL.createObjectURL(source);
  }

  private feed(source: MediaSource): void {
    source.duration = this.seconds;
    const buffer = source.addSourceBuffer(this.type);
    let next = 0;
    const goOn = () => {
      if (source.readyState !== 'open') {
        // The element has gone on to something else.
        this.readers.delete(goOn);
        return;
      }
      if (buffer.updating) {
        return;
      }
      const part = this.parts[next];
      if (part) {
        next += 1;
        buffer.appendBuffer(part);
      } else if (this.failed || this.isWhole) {
        this.readers.delete(goOn);
        source.endOfStream(this.failed ? 'network' : undefined);
      }
    };
    buffer.addEventListener('updateend', goOn);
    this.readers.add(goOn);
    goOn();
  }

  private wakeReaders(): void {
    this.readers.forEach((goOn) => {
      goOn();
    });
  }
}
