/** A peer's client in a process of its own, which does a step at a time. */
import { fork, type ChildProcess } from 'node:child_process';
import { PEERS_NODE } from './install-peers.ts';

type Reply = { readonly value: unknown } | { readonly error: string };

export class PeerClient {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** Starts the program, with a folder of its own. */
  static async open(program: string, server: string, folder: string): Promise<PeerClient> {
    // Some print what they do.
    const child = fork(program, {
      cwd: folder,
      execPath: PEERS_NODE,
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const client = new PeerClient(child);
    await client.ask('open', { server, folder });
    return client;
  }

  /** What the step returned; throws what it threw. */
  async ask(step: string, input: unknown = null): Promise<unknown> {
    const reply = await new Promise<Reply>((resolve, reject) => {
      const ended = (): void => reject(new Error(`its client ended in the step "${step}"`));
      this.#child.once('exit', ended);
      this.#child.once('message', (message) => {
        this.#child.off('exit', ended);
        // From serve-steps.mjs.
        resolve(message as Reply);
      });
      this.#child.send({ step, input });
    });
    if ('error' in reply) throw new Error(`${step}: ${reply.error}`);
    return reply.value;
  }

  async time(step: string, input: unknown = null): Promise<number> {
    return Number(await this.ask(step, input));
  }

  async close(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const exited = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.disconnect();
    await exited;
  }
}
