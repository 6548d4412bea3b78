/** What each module of Expo's is made of: classes of the program, which the app extends. */

export class EventEmitter {
  /** @type {Map<string, Set<Function>>} */
  #listeners = new Map();

  /** @param {string} event @param {Function} listener */
  addListener(event, listener) {
    const known = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, known.add(listener));
    return { remove: () => known.delete(listener) };
  }
  /** @param {string} event @param {Function} listener */
  removeListener(event, listener) {
    this.#listeners.get(event)?.delete(listener);
  }
  /** @param {string} event */
  removeAllListeners(event) {
    this.#listeners.delete(event);
  }
  /** @param {string} event @param {any[]} told */
  emit(event, ...told) {
    for (const listener of this.#listeners.get(event) ?? []) listener(...told);
  }
  /** @param {string} event */
  listenerCount(event) {
    return this.#listeners.get(event)?.size ?? 0;
  }
}
export class NativeModule extends EventEmitter {}
export class SharedObject extends EventEmitter {
  release() {
    return undefined;
  }
}
export class SharedRef extends SharedObject {}

/** What JavaScript asks each object for, and what no module has. */
const ASKED_OF_ALL = new Set([
  'then',
  'toJSON',
  '__esModule',
  '__expo_module_name__',
  '$$typeof',
  'default',
  'constructor',
  'prototype',
  'name',
  'valueOf',
  'toString',
  'nodeType',
  'ViewPrototypes',
  'asymmetricMatch',
]);

/**
 * A module that throws where somebody asks it for what nobody knows.
 *
 * @param {string} name
 * @param {object} members
 * @param {(problem: string) => void} unknown
 */
export const strictModule = (name, members, unknown) =>
  new Proxy(Object.assign(new NativeModule(), members), {
    get: (own, member) => {
      if (member in own) {
        const value = /** @type {any} */ (own)[member];
        // Its private parts belong to itself.
        return typeof value === 'function' && member in EventEmitter.prototype ? value.bind(own) : value;
      }
      if (typeof member === 'symbol' || ASKED_OF_ALL.has(member)) return undefined;
      unknown(`${name}.${member}`);
      throw new Error(`${name} has nothing that is called ${member}`);
    },
  });
