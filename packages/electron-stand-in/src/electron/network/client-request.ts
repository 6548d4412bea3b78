import { EventEmitter } from 'node:events';
import { request as requestHttp, type ClientRequest as HttpRequest, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { ClientRequest as ElectronRequest, ClientRequestConstructorOptions } from 'electron';
import { refuseUnknown } from '../../guard/not-in-stand-in.ts';
import { session } from './session.ts';

type Options = ClientRequestConstructorOptions & { readonly headers?: Record<string, string> };

/** One request of `net.request`: what electron-updater needs of it. A redirect is told, and never followed by itself. */
export class ClientRequest extends EventEmitter implements Pick<ElectronRequest, 'abort'> {
  readonly #request: HttpRequest | null;

  constructor(options: Options | string) {
    super();
    const given: Options = typeof options === 'string' ? { url: options } : options;
    const url = addressOf(given);
    if (session.defaultSession.isOffline()) {
      this.#request = null;
      setImmediate(() => this.emit('error', new Error('net::ERR_INTERNET_DISCONNECTED')));
      return;
    }
    const start = url.protocol === 'https:' ? requestHttps : requestHttp;
    this.#request = start(url, { method: given.method ?? 'GET', headers: given.headers ?? {} });
    this.#request.on('response', (response) => this.#answer(url, given.method ?? 'GET', response));
    for (const event of ['error', 'close', 'finish']) {
      this.#request.on(event, (...args: unknown[]) => this.emit(event, ...args));
    }
  }

  setHeader(name: string, value: string): void {
    this.#request?.setHeader(name, value);
  }

  write(chunk: Buffer | string): void {
    this.#request?.write(chunk);
  }

  end(chunk?: Buffer | string): this {
    if (chunk !== undefined) this.write(chunk);
    this.#request?.end();
    return this;
  }

  abort(): void {
    this.#request?.destroy();
    this.emit('abort');
  }

  #answer(url: URL, method: string, response: IncomingMessage): void {
    const { statusCode = 0, headers } = response;
    const { location } = headers;
    if (location === undefined || statusCode < 300 || statusCode >= 400) this.emit('response', response);
    else {
      response.resume();
      this.emit('redirect', statusCode, method, new URL(location, url).href, headers);
    }
  }
}
refuseUnknown(ClientRequest.prototype, 'electron.ClientRequest');

function addressOf({ url, protocol = 'http:', hostname, host, port, path = '/' }: Options): URL {
  if (url !== undefined) return new URL(url);
  const address = new URL(path, `${protocol}//${hostname ?? host ?? ''}`);
  if (port !== undefined) address.port = String(port);
  return address;
}
