/** Wrong PINs slow down, also over a restart: four digits are soon tried out. */
import { z } from 'zod';
import type { KeyText } from '../events/kept-person-keys.ts';

/** So many wrong tries are taken for typing mistakes. */
const FREE_TRIES = 3;
const FIRST_WAIT_MS = 5000;
const LONGEST_WAIT_MS = 15 * 60_000;

const triesSchema = z.object({ wrong: z.int().min(0), lastAt: z.number() });
type Tries = z.infer<typeof triesSchema>;

const NONE: Tries = { wrong: 0, lastAt: 0 };

/**
 * Counts wrong tries of a device, in a text that outlives its restarts.
 *
 * @example
 * const tries = await SlowTries.open(text, () => Date.now());
 * if (tries.waitMs === 0) await tries.told({ isWrong: !(await opens(pin)) });
 */
export class SlowTries {
  readonly #text: KeyText;
  readonly #now: () => number;
  #tries: Tries;

  private constructor(text: KeyText, now: () => number, tries: Tries) {
    this.#text = text;
    this.#now = now;
    this.#tries = tries;
  }

  /**
   * The tries that the text tells of. What is none of its own counts as no try.
   *
   * @example
   * const tries = await SlowTries.open(text, Date.now);
   * if (tries.waitMs === 0) await tries.told({ isWrong: !(await unlock(pin)) });
   */
  static async open(text: KeyText, now: () => number): Promise<SlowTries> {
    return new SlowTries(text, now, readTries(await text.read()));
  }

  /** Milliseconds until the next try; 0 for now. A clock that was put back locks nobody out for longer than one wait. */
  get waitMs(): number {
    const beyond = this.#tries.wrong - FREE_TRIES;
    if (beyond < 0) return 0;
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(beyond, 20));
    const passed = this.#now() - this.#tries.lastAt;
    return passed < 0 ? wait : Math.max(0, wait - passed);
  }

  /** How a try ended. Resolves when that is durable. */
  async told({ isWrong }: { readonly isWrong: boolean }): Promise<void> {
    if (!isWrong && this.#tries.wrong === 0) return;
    this.#tries = isWrong ? { wrong: this.#tries.wrong + 1, lastAt: this.#now() } : NONE;
    await this.#text.write(JSON.stringify(this.#tries));
  }
}

function readTries(text: string | null): Tries {
  try {
    return text === null ? NONE : triesSchema.parse(JSON.parse(text));
  } catch {
    return NONE;
  }
}
