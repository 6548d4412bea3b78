/** `electron.ipcMain`: what pages ask of the main process. */
import { EventEmitter } from 'node:events';
import type { IpcMain as ElectronIpcMain } from 'electron';
import { refuseUnknown } from '../../guard/not-in-stand-in.ts';

type Handler = (event: never, ...args: unknown[]) => unknown;
type Slice = 'handle' | 'handleOnce' | 'removeHandler';

/** Its events are the app's own channels. */
class IpcMain extends EventEmitter implements Pick<ElectronIpcMain, Slice> {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.#handlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return handler(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /**
   * For windows: what the app's handler gives.
   *
   * @throws Error if there is none, or what it throws
   */
  async answerInvoke(channel: string, event: object, args: readonly unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return await handler(event as never, ...args);
  }
}

export const ipcMain = new IpcMain();
refuseUnknown(IpcMain.prototype, 'electron.ipcMain');
