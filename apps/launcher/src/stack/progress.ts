/** How a person at the terminal follows what happens: one line per event. */
export interface Progress {
  /** A line with the seconds since the start. */
  readonly say: (text: string) => void;
  /** A line as it is, for what matters most. */
  readonly announce: (text: string) => void;
  /**
   * Runs a step that may take a while: says when it begins, and now and then that it still goes on.
   * @param title as in "Starting PostgreSQL"
   */
  step<T>(title: string, work: () => Promise<T>): Promise<T>;
}

const STILL_MS = 10_000;

/**
 * @param write takes a line without its end
 * @param now milliseconds of a clock that only goes forward
 */
export function createProgress(write: (line: string) => void, now = () => performance.now()): Progress {
  const start = now();
  const say = (text: string): void => {
    write(`[${seconds(now() - start).padStart(6)}] ${text}`);
  };
  return {
    say,
    announce: write,
    step: async (title, work) => {
      const began = now();
      say(title);
      const still = setInterval(() => {
        say(`${title}: still at it after ${seconds(now() - began)}`);
      }, STILL_MS);
      try {
        return await work();
      } finally {
        clearInterval(still);
      }
    },
  };
}

/** `0.4 s`, `12.0 s`. */
function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
