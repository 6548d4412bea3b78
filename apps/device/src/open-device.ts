/** Opens the device of a data folder for one command. */
import type { Command } from '@wellpulse/command-line';
import { repairingDriver, OfflineClient } from '@wellpulse/offline';
import { fetchTransport } from '@wellpulse/offline/fetch';
import {
  nodeBallast,
  nodeClock,
  nodeDatabaseFile,
  nodePersonKeys,
  nodePhotoFiles,
  nodeSyncLock,
  removePartials,
  writeDurably,
} from '@wellpulse/offline/node';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { words } from './words.ts';

const APP_VERSION = 'wellpulse-device 0.1.0';
const settingsSchema = z.object({ server: z.url() });

/** Runs a command with the device of `--data`, and closes it afterwards. */
export async function withDevice(
  command: Command,
  run: (client: OfflineClient) => Promise<void>,
): Promise<void> {
  const { data, server } = command.optsWithGlobals<{ data: string; server?: string }>();
  await mkdir(data, { recursive: true, mode: 0o700 });
  await removePartials(data);
  const client = await OfflineClient.open({
    driver: await repairingDriver(nodeDatabaseFile(join(data, 'client.db')), nodeClock),
    transport: fetchTransport(await serverOf(data, server)),
    files: nodePhotoFiles(join(data, 'photos')),
    clock: nodeClock,
    keys: nodePersonKeys(join(data, 'keys.json')),
    syncLock: nodeSyncLock(join(data, 'client.db')),
    ballast: nodeBallast(join(data, 'ballast')),
    appVersion: APP_VERSION,
  });
  try {
    await run(client);
  } finally {
    await client.close();
  }
}

/** The address that was given, which is remembered, or else the one of before. */
async function serverOf(data: string, given: string | undefined): Promise<string> {
  const file = join(data, 'settings.json');
  const text = await readFile(file, 'utf8').catch(() => null);
  if (given !== undefined) {
    const server = settingsSchema.parse({ server: given }).server.replace(/\/+$/, '');
    const settings = JSON.stringify({ server });
    // Written once: a full disk must not be in the way of opening.
    if (text !== settings) await writeDurably(file, settings);
    return server;
  }
  if (text === null) throw new Error(words.terminal.serverMissing);
  return settingsSchema.parse(JSON.parse(text)).server;
}

/** One line to the person at the terminal. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/**
 * One line of columns for each item, read no faster than the terminal takes it. Ends quietly when the reader has seen
 * enough, as `head` has after ten lines.
 */
export async function sayEach<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  columns: (item: Item) => readonly (string | number)[] | Promise<readonly (string | number)[]>,
): Promise<void> {
  async function* lines() {
    for await (const item of items) yield `${(await columns(item)).join('\t')}\n`;
  }
  try {
    await pipeline(lines, process.stdout, { end: false });
  } catch (error) {
    if (!isClosedPipe(error)) throw error;
  }
}

/** Whether an error says that nobody reads what is written any more. */
export const isClosedPipe = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EPIPE';

/** A secret from the environment, so that it stands in no shell history. */
export function secret(name: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new Error(words.terminal.variableMissing(name));
  return value;
}
