/**
 * JavaScript as a phone has it: a realm of its own, in which nothing of Node is, and nothing that React Native's Hermes lacks (ADR 82).
 * It makes no code out of texts either. Whatever comes in from outside belongs to the realm: its bytes, promises and errors.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { transformSync } from 'esbuild';
import { root } from '../../paths.mjs';

/** What Hermes has none of, beside what is taken away from the tests of the packages. */
const NOT_ON_PHONES = ['WebAssembly', 'SharedArrayBuffer', 'Atomics', 'escape', 'unescape'];

const takeAway = new vm.Script(
  transformSync(readFileSync(join(root, 'packages/testing/src/phone/take-away.ts'), 'utf8'), { loader: 'ts' })
    .code,
);

/** @typedef {Record<string, any>} Anything */

export class Realm {
  /** @type {Set<NodeJS.Timeout>} */
  #timers = new Set();
  #isOver = false;
  #own;

  /** @param {(level: string, said: readonly unknown[]) => void} log what the program says on its console */
  constructor(log) {
    /** @type {Anything} */
    this.globals = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } });
    for (const name of NOT_ON_PHONES) this.run(`delete globalThis.${name}`);
    takeAway.runInContext(this.globals);
    this.run('var global = globalThis, window = globalThis, self = globalThis;');
    /** @type {Anything} */
    this.#own = this.run('({ Uint8Array, ArrayBuffer, Promise, Error, TypeError })');
    Object.assign(this.globals, this.#timersOfThePhone(), {
      console: Object.fromEntries(
        ['log', 'info', 'warn', 'error', 'debug', 'trace', 'group', 'groupEnd', 'table'].map((level) => [
          level,
          (/** @type {unknown[]} */ ...said) => log(level, said),
        ]),
      ),
      TextEncoder: this.native(TextEncoderOfHermes),
      // Since React Native 0.74 (facebook/hermes, commits 13fafde and d2177c3).
      atob: this.native((/** @type {string} */ text) => Buffer.from(text, 'base64').toString('latin1')),
      btoa: this.native((/** @type {string} */ text) => Buffer.from(text, 'latin1').toString('base64')),
      performance: { now: () => performance.now() },
      nativePerformanceNow: () => performance.now(),
      HermesInternal: {
        getRuntimeProperties: () => ({ Build: 'Release' }),
        hasPromise: () => true,
        enablePromiseRejectionTracker: () => undefined,
      },
    });
  }

  /** The program is ended: nothing of it runs any more. */
  end() {
    this.#isOver = true;
    for (const timer of this.#timers) clearTimeout(timer);
  }

  get isOver() {
    return this.#isOver;
  }

  /** @param {string} code @returns {any} */
  run(code) {
    return new vm.Script(code).runInContext(this.globals);
  }

  /** What came from outside, as of the realm. @param {any} value @returns {any} */
  own(value) {
    if (value instanceof Uint8Array) return new this.#own['Uint8Array'](value);
    if (value instanceof ArrayBuffer) return new this.#own['Uint8Array'](new Uint8Array(value)).buffer;
    if (value instanceof Promise)
      return new this.#own['Promise'](
        (/** @type {(value: any) => void} */ done, /** @type {(error: any) => void} */ failed) => {
          value.then(
            (/** @type {any} */ result) => !this.#isOver && done(this.own(result)),
            (/** @type {any} */ error) => !this.#isOver && failed(this.error(error)),
          );
        },
      );
    return Array.isArray(value) ? value.map((one) => this.own(one)) : value;
  }

  /** @param {any} error @returns {any} */
  error(error) {
    if (!(error instanceof Error)) return error;
    const own = new this.#own[error instanceof TypeError ? 'TypeError' : 'Error'](error.message);
    return Object.assign(own, 'code' in error ? { code: error.code } : {});
  }

  /**
   * Native functions, classes and modules: what they answer and throw belongs to the realm.
   *
   * @template {any} Given
   * @param {Given} given
   * @returns {Given}
   */
  native(given) {
    if (typeof given === 'function') {
      if (!/^class\b/.test(Function.prototype.toString.call(given))) return this.#function(given);
      this.#members(given);
      this.#members(given.prototype);
    } else if (typeof given === 'object' && given !== null) this.#members(given);
    return given;
  }

  /** @param {any} holder */
  #members(holder) {
    for (const [name, { value, writable }] of Object.entries(Object.getOwnPropertyDescriptors(holder)))
      if (typeof value === 'function' && writable && name !== 'constructor')
        holder[name] = this.native(value);
  }

  /** @param {any} given @returns {any} */
  #function(given) {
    const realm = this;
    /** @this {any} @param {any} args */
    return function (...args) {
      try {
        return realm.own(given.apply(this, args));
      } catch (error) {
        throw realm.error(error);
      }
    };
  }

  #timersOfThePhone() {
    /** @param {(call: () => void) => NodeJS.Timeout} begin @param {boolean} isOnce */
    const timer =
      (begin, isOnce) =>
      (/** @type {Function} */ call, /** @type {any[]} */ ...args) => {
        if (this.#isOver) return 0;
        const own = begin(() => {
          if (isOnce) this.#timers.delete(own);
          if (!this.#isOver) call(...args);
        });
        this.#timers.add(own);
        return Number(own);
      };
    const clear = (/** @type {any} */ number) => clearTimeout(number);
    return {
      setTimeout: (/** @type {Function} */ call, /** @type {number} */ ms, /** @type {any[]} */ ...args) =>
        timer((run) => setTimeout(run, ms), true)(call, ...args),
      setInterval: (/** @type {Function} */ call, /** @type {number} */ ms, /** @type {any[]} */ ...args) =>
        timer((run) => setInterval(run, ms), false)(call, ...args),
      requestAnimationFrame: (/** @type {Function} */ call) =>
        timer((run) => setTimeout(run, 16), true)(() => call(performance.now())),
      clearTimeout: clear,
      clearInterval: clear,
      cancelAnimationFrame: clear,
    };
  }
}

class TextEncoderOfHermes {
  encoding = 'utf-8';
  encode(text = '') {
    return new TextEncoder().encode(text);
  }
  /** @param {string} text @param {Uint8Array} into */
  encodeInto(text, into) {
    return new TextEncoder().encodeInto(text, into);
  }
}
