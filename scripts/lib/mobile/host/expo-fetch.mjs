/** The phone's own HTTP, over a link that a test holds in its hands. */
import { SharedObject } from './expo-base.mjs';

/**
 * @typedef {{ method: string, url: string, headers: Record<string, string>, body: Uint8Array | null }} Request
 * @typedef {{ status: number, headers: Record<string, string>, body: Uint8Array }} Response
 * @typedef {(request: Request) => Promise<Response>} Link
 */

/** @param {{ link: Link | null }} state its link, or null without a network */
export function fetchModule(state) {
  class NativeResponse extends SharedObject {
    /** @type {Response & { url: string }} */
    answer = { status: 0, headers: {}, body: new Uint8Array(), url: '' };
    get _rawHeaders() {
      return Object.entries(this.answer.headers);
    }
    get status() {
      return this.answer.status;
    }
    get statusText() {
      return '';
    }
    get url() {
      return this.answer.url;
    }
    get redirected() {
      return false;
    }
    async startStreaming() {
      return this.answer.body;
    }
    cancelStreaming() {
      return undefined;
    }
    async arrayBuffer() {
      return new Uint8Array(this.answer.body).buffer;
    }
    async text() {
      return new TextDecoder().decode(this.answer.body);
    }
  }
  class NativeRequest extends SharedObject {
    /** @param {NativeResponse} response */
    constructor(response) {
      super();
      this.response = response;
    }
    /** @param {string} url @param {{ method: string, headers: [string, string][] }} init @param {Uint8Array | null} body */
    async start(url, { method, headers }, body) {
      const { link } = state;
      if (link === null) throw new Error('Unable to resolve host');
      const request = {
        method,
        url,
        headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
        body,
      };
      this.response.answer = { ...(await link(request)), url };
    }
    cancel() {
      return undefined;
    }
  }
  return { NativeRequest, NativeResponse };
}
