/**
 * The stand-in has a small part of Electron. What it lacks it refuses by name: an app never goes on with `undefined` where the real binary
 * would have done something (ADR 102).
 */

/** Something of Electron that the stand-in lacks, or that it does not allow. */
export class NotInStandIn extends Error {
  override readonly name = 'NotInStandIn';

  /** @param what such as `electron.screen` */
  constructor(what: string) {
    super(`The Electron stand-in has no ${what}. Add it to packages/electron-stand-in, or do without it.`);
  }
}

/** Asked for by runtimes and debuggers, which look whether they are there. */
const LOOKED_FOR = new Set(['constructor', 'domain', 'inspect', 'nodeType', 'prototype', 'then', 'toJSON']);

const isLookedFor = (member: string | symbol): boolean =>
  typeof member === 'symbol' || member.startsWith('_') || LOOKED_FOR.has(member);

/**
 * Makes `object` refuse each member that it lacks. The members that it has stay as they are, and can be replaced by a test.
 *
 * @param name what errors call it, such as `electron.app`
 */
export function refuseUnknown<T extends object>(object: T, name: string): T {
  const parent = Object.getPrototypeOf(object) as object;
  Object.setPrototypeOf(
    object,
    new Proxy(parent, {
      get(target, member, receiver): unknown {
        if (member in target || isLookedFor(member)) return Reflect.get(target, member, receiver);
        throw new NotInStandIn(`${name}.${String(member)}`);
      },
    }),
  );
  return object;
}

/** A part of Electron of which the stand-in has nothing. It can be called by `new`, which says so. */
export function nothingOf(name: string): object {
  function Nothing(): never {
    throw new NotInStandIn(name);
  }
  return refuseUnknown(Nothing, name);
}
