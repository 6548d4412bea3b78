/** The scripts that a window runs before those of its page. */
import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { makeCodec } from './codec.ts';
import { enterIsolatedWorld, type WorldNames } from './isolated-world.ts';
import { linkWorlds } from './link-worlds.ts';
import { enterMainWorld } from './main-world.ts';

/** The isolated world's name, as DevTools show it. */
export const WORLD = 'Electron Isolated Context';

/** What both sides call what they share. */
export const NAMES: WorldNames = {
  send: '__electronStandInSend',
  receive: '__electronStandInReceive',
  preload: '__electronStandInPreload',
  host: '__electronStandInHost',
};

/** A script and the world that runs it: the page's own, or the isolated one. */
export interface WorldScript {
  readonly source: string;
  readonly worldName?: string;
}

/** Each piece is the source of a function as Node has it, without types. Frames inside a page get no preload, as in Electron. */
const inTopFrame = (statement: string): string => `if (self === top) { ${statement} }`;

const linkSource = (secret: string, me: string, other: string): string =>
  `(${linkWorlds.toString()})(${JSON.stringify(secret)}, '${me}', '${other}')`;

/** What makes both worlds, and links them. */
export function worldScripts(secret: string, process: object): readonly WorldScript[] {
  const main = linkSource(secret, 'main', 'isolated');
  const isolated = linkSource(secret, 'isolated', 'main');
  const names = JSON.stringify(NAMES);
  const host = JSON.stringify(NAMES.host);
  return [
    { source: inTopFrame(`(${enterMainWorld.toString()})(${main}, ${host});`) },
    {
      worldName: WORLD,
      source: inTopFrame(
        `(${enterIsolatedWorld.toString()})(${isolated}, (${makeCodec.toString()})(), ${names}, ${JSON.stringify(process)});`,
      ),
    },
  ];
}

/**
 * The app's preload, made ready for the isolated world.
 *
 * @throws SyntaxError if it is no CommonJS, or Error if the file can't be read
 */
export function preloadScript(path: string): WorldScript {
  const code = `(function (require, module, exports, process) {${readFileSync(path, 'utf8')}\n})`;
  const script = new Script(code, { filename: path });
  void script;
  const scope = NAMES.preload;
  const run = `const { require, process, fail } = globalThis.${scope}; delete globalThis.${scope};
    const module = { exports: {} };
    try { ${code}(require, module, module.exports, process); } catch (error) {
      console.error(${JSON.stringify(`Unable to load preload script: ${path}`)}, error); fail(error);
    }`;
  return { worldName: WORLD, source: inTopFrame(run) };
}
