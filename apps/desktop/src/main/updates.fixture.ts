/** New versions as a test reports them. */
import type { Updates } from './updates.ts';

export class FakeUpdates implements Updates {
  #version: string | null = null;
  /** The versions that were restarted into. */
  readonly restarts: string[] = [];

  /** A version was downloaded. */
  downloaded(version: string): void {
    this.#version = version;
  }

  ready() {
    return this.#version === null ? null : { version: this.#version };
  }

  restart(): void {
    if (this.#version !== null) this.restarts.push(this.#version);
  }
}
