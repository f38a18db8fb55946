import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stack } from './stack';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PIDS = `${stack.logs}/pids.json`;

/** `./moodify run` with data of its own, as a developer starts it. */
export class LocalRun {
  private output = '';

  private constructor(
    private readonly script: ChildProcess,
    readonly port: number,
  ) {
    for (const stream of [script.stdout, script.stderr]) {
      stream?.on('data', (text: Buffer) => {
        this.output += text.toString();
      });
    }
  }

  /**
   * Starts everything, and resolves once it is ready.
   *
   * @param settings environment variables
   */
  static async start(data: string, settings: Record<string, string> = {}): Promise<LocalRun> {
    const port = Number(new URL(stack.page).port);
    const script = spawn(`${ROOT}/moodify`, ['run', '--port', String(port), '--data', data], {
      env: { ...process.env, MOODIFY_CATALOGUES: 'none', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const run = new LocalRun(script, port);
    await run.says('Ready: ');
    return run;
  }

  /** What it has said so far. */
  get said(): string {
    return this.output;
  }

  /** Resolves once it has said this. */
  async says(text: string): Promise<void> {
    await until(`says "${text}"`, () => {
      if (this.script.exitCode !== null && !this.output.includes(text)) {
        throw new Error(`./moodify run ended:\n${this.output}`);
      }
      return Promise.resolve(this.output.includes(text));
    });
  }

  /** Ends a process at once, as a crash would: a part by its name, or `local`, the runner itself. */
  kill(part: string): void {
    process.kill(part === 'firestore' ? firestoreEmulator() : (pids()[part] ?? 0), 'SIGKILL');
  }

  /** Resolves once the script that started it has ended, which it does when its runner is killed. */
  async ended(): Promise<void> {
    await until('it has ended', () => Promise.resolve(this.script.exitCode !== null));
  }

  /** Stops it as Ctrl-C does. */
  async stop(): Promise<void> {
    if (!existsSync(PIDS)) {
      return;
    }
    process.kill(pids().local ?? 0, 'SIGINT');
    await this.says('Stopped: every process has ended.');
  }
}

function pids(): Record<string, number> {
  return JSON.parse(readFileSync(PIDS, 'utf8')) as Record<string, number>;
}

/** firebase-tools starts it apart from itself. */
function firestoreEmulator(): number {
  const found = Object.values(pids()).find((pid) =>
    execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(
      'firestore-emulator.jar',
    ),
  );
  if (found === undefined) {
    throw new Error('There is no Firestore emulator');
  }
  return found;
}

const LONGEST_MS = 600_000;

/**
 * Resolves once this is so; the limit is there to end a hang.
 *
 * @param found says what there was instead, once the limit is reached
 */
export async function until(
  what: string,
  isSo: () => Promise<boolean>,
  found = () => '',
): Promise<void> {
  const end = Date.now() + LONGEST_MS;
  while (!(await isSo())) {
    if (Date.now() > end) {
      throw new Error(`It never came to this: ${what} ${found()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
