export interface Printed {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/**
 * Runs a command-line program in this process. A process of its own takes longer to start than most commands last. What it
 * prints is collected, and its environment and exit code end with it. One runs at a time.
 *
 * @param program gives its exit code, as `runProgram` does; a command may set `process.exitCode` besides
 * @param environment variables that it meets besides those of this process; undefined takes one away
 */
export async function runInProcess(
  program: () => Promise<number>,
  environment: Readonly<Record<string, string | undefined>> = {},
): Promise<Printed> {
  const printed = { output: '', errors: '' };
  const before = { env: process.env, exitCode: process.exitCode };
  const stops = [
    collect(process.stdout, (text) => (printed.output += text)),
    collect(process.stderr, (text) => (printed.errors += text)),
  ];
  process.env = { ...process.env, ...environment };
  process.exitCode = 0;
  try {
    const code = await program();
    return { code: code === 0 ? exitCode() : code, ...printed };
  } finally {
    process.env = before.env;
    process.exitCode = before.exitCode;
    for (const stop of stops) stop();
  }
}

const exitCode = (): number => Number(process.exitCode ?? 0);

type Done = (error?: Error | null) => void;

/** Gives what is written to a stream to `take`, until it is told to stop. */
function collect(stream: NodeJS.WriteStream, take: (text: string) => void): () => void {
  const write = stream.write.bind(stream);
  const waiting = stream.listeners('error');
  stream.write = (chunk: string | Uint8Array, encoding?: BufferEncoding | Done, done?: Done) => {
    take(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    const written = typeof encoding === 'function' ? encoding : done;
    written?.();
    return true;
  };
  return () => {
    stream.write = write;
    // A pipeline into the stream leaves a listener behind, which would end with the program's process.
    for (const listener of stream.listeners('error')) {
      if (!waiting.includes(listener)) stream.off('error', listener as (error: Error) => void);
    }
  };
}
