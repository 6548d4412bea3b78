/** What is measured of each peer: the same steps as of our own sync, on the same records. */
import { freePort } from '@wellpulse/embedded';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { summary } from '../measure.ts';
import { PUSH_COUNTS, type PushTimes, type SyncTimes } from '../sync/sync-times.ts';
import { PEERS } from './install-peers.ts';
import { PeerClient } from './peer-client.ts';
import { TracedServer } from './traced-server.ts';

export interface Peer {
  readonly name: string;
  readonly client: string;
  readonly server: string;
  readonly serverArgs: (folder: string, port: number) => readonly string[];
  readonly serverEnv: (folder: string, port: number) => Readonly<Record<string, string>>;
}

const ROUNDS = 3;
const pushed = z.object({ time: z.number(), place: z.string() });

/** Throws, saying why, if the peer doesn't start or doesn't do what it should. */
export async function measurePeer(peer: Peer): Promise<SyncTimes> {
  const folder = await mkdtemp(join(tmpdir(), 'wellpulse-bench-peer-'));
  try {
    return await measureIn(folder, peer);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}

async function measureIn(folder: string, peer: Peer): Promise<SyncTimes> {
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const server = await TracedServer.start({
    program: join(PEERS, peer.server),
    args: peer.serverArgs(folder, port),
    env: peer.serverEnv(folder, port),
    url,
    folder,
  });
  const open = async (name: string): Promise<PeerClient> => {
    const own = join(folder, name);
    await mkdir(own);
    return PeerClient.open(join(PEERS, peer.client), url, own);
  };
  const clients: PeerClient[] = [];
  try {
    const [sender, reader] = [await open('sender'), await open('reader')];
    clients.push(sender, reader);
    return await measureSteps(server, sender, reader);
  } finally {
    for (const client of clients) await client.close();
    await server.stop();
  }
}

async function measureSteps(
  server: TracedServer,
  sender: PeerClient,
  reader: PeerClient,
): Promise<SyncTimes> {
  // As our own, it has pushed something before it is measured.
  await push(server, sender, 200);
  const pushes: PushTimes[] = [];
  let last = { place: '', count: 0 };
  for (const count of PUSH_COUNTS) {
    const rounds: Push[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await push(server, sender, count));
    pushes.push({ count, time: median(rounds.map(({ time }) => time)), forced: medianOrNull(rounds) });
    last = { place: rounds.at(-1)?.place ?? '', count };
  }
  const nothing: number[] = [];
  for (let round = 0; round < 20; round += 1) nothing.push(await sender.time('nothing'));
  return { pushes, nothing: median(nothing), pull: await reader.time('pull', last) };
}

interface Push {
  readonly time: number;
  readonly place: string;
  readonly forced: number | null;
}

/** Saving on the client is no part of it: from then on until the server has acknowledged all. */
async function push(server: TracedServer, sender: PeerClient, count: number): Promise<Push> {
  await sender.ask('prepare', count);
  const before = await server.forcedWrites();
  const { time, place } = pushed.parse(await sender.ask('push'));
  const after = await server.forcedWrites();
  return { time, place, forced: before === null || after === null ? null : after - before };
}

const median = (samples: readonly number[]): number => summary(samples).p50;

function medianOrNull(pushes: readonly Push[]): number | null {
  const counted = pushes.flatMap(({ forced }) => forced ?? []);
  return counted.length === 0 ? null : median(counted);
}
