/** Where an app keeps what, as Electron has it on Linux and macOS. */
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { NotInStandIn } from '../../guard/not-in-stand-in.ts';

export type PathName = Parameters<App['getPath']>[0];

/** The folder of all apps' data. */
const appData = (): string =>
  process.platform === 'darwin'
    ? join(homedir(), 'Library', 'Application Support')
    : (process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'));

const FOLDERS_OF_A_PERSON: Partial<Record<PathName, string>> = {
  desktop: 'Desktop',
  documents: 'Documents',
  downloads: 'Downloads',
  pictures: 'Pictures',
};

/** The paths of one app; those that were set win. */
export class AppPaths {
  readonly #set = new Map<PathName, string>();

  set(name: PathName, path: string): void {
    this.#set.set(name, path);
  }

  /** @throws NotInStandIn for a path that no app of ours needs */
  get(name: PathName, appName: string): string {
    const set = this.#set.get(name);
    if (set !== undefined) return set;
    const folder = FOLDERS_OF_A_PERSON[name];
    if (folder !== undefined) return join(homedir(), folder);
    switch (name) {
      case 'home':
        return homedir();
      case 'temp':
        return tmpdir();
      case 'appData':
        return appData();
      case 'userData':
        return join(appData(), appName);
      case 'sessionData':
        return this.get('userData', appName);
      case 'logs':
        return join(this.get('userData', appName), 'logs');
      case 'exe':
        return join(import.meta.dirname, '..', '..', '..', 'bin', 'electron');
      default:
        throw new NotInStandIn(`electron.app.getPath('${name}')`);
    }
  }
}
