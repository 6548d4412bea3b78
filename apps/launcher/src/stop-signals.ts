/** When to stop, and when to do so at once. */
export interface StopSignals {
  readonly stop: AbortSignal;
  readonly force: AbortSignal;
}

/** Where signals come from: `process`, or a stand-in. */
export interface SignalSource {
  on(name: string, listener: () => void): unknown;
}

/** One Ctrl-C often arrives twice: from the terminal, and again from npm, which passes it on. */
const SAME_KEYPRESS_MS = 1_000;

/**
 * Listens to Ctrl-C and to the system's requests to end. Also notices when the channel to the program that started this one
 * closes. The first asks to stop, a later one to hurry.
 *
 * @param now milliseconds of a clock that only goes forward
 */
export function listenToStopSignals(source: SignalSource, now = () => performance.now()): StopSignals {
  const stop = new AbortController();
  const force = new AbortController();
  let first: number | undefined;
  const onSignal = (): void => {
    if (first === undefined) {
      first = now();
      stop.abort();
    } else if (now() - first > SAME_KEYPRESS_MS) {
      force.abort();
    }
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) source.on(name, onSignal);
  source.on('disconnect', onSignal);
  return { stop: stop.signal, force: force.signal };
}
