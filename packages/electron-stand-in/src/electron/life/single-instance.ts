/**
 * Who holds a data folder. The lock is a link whose target is the holder's process number: a link is made whole or not at all, and one of
 * a process that is gone counts for nothing.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** What a later process of the same app says before it ends. */
export interface OtherInstance {
  readonly argv: string[];
  readonly workingDirectory: string;
  readonly data: unknown;
}

/** @returns false if another process of the app holds the folder */
export function takeLock(folder: string): boolean {
  const lock = lockIn(folder);
  for (;;) {
    try {
      symlinkSync(String(process.pid), lock);
      return true;
    } catch {
      const holder = holderOf(lock);
      if (holder === process.pid) return true;
      if (holder !== null && isAlive(holder)) return false;
      rmSync(lock, { force: true });
    }
  }
}

/** Lets go of the folder, if this process holds it. */
export function releaseLock(folder: string): void {
  const lock = lockIn(folder);
  if (holderOf(lock) === process.pid) rmSync(lock, { force: true });
}

/** Tells the holder. The message is on the disk when this returns, since this process ends next. */
export function tellHolder(folder: string, message: OtherInstance): void {
  const name = join(messagesIn(folder), String(process.pid));
  mkdirSync(messagesIn(folder), { recursive: true });
  writeFileSync(`${name}.tmp`, JSON.stringify(message));
  renameSync(`${name}.tmp`, `${name}.json`);
}

/** Calls `listener` with each message to this process, the holder. */
export function onOtherInstance(folder: string, listener: (other: OtherInstance) => void): void {
  const messages = messagesIn(folder);
  rmSync(messages, { recursive: true, force: true });
  mkdirSync(messages, { recursive: true });
  const read = (): void => {
    // The whole folder may have been removed.
    if (!existsSync(messages)) return;
    for (const name of readdirSync(messages).filter((entry) => entry.endsWith('.json'))) {
      const path = join(messages, name);
      const message = JSON.parse(readFileSync(path, 'utf8')) as OtherInstance;
      rmSync(path);
      listener(message);
    }
  };
  watch(messages, { persistent: false }, read).on('error', () => undefined);
}

const lockIn = (folder: string): string => join(folder, 'stand-in.lock');
const messagesIn = (folder: string): string => join(folder, 'stand-in.messages');

function holderOf(lock: string): number | null {
  try {
    return Number(readlinkSync(lock));
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    // Numbers are given again: the holder is a stand-in.
    return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').includes('electron');
  } catch {
    return true;
  }
}
