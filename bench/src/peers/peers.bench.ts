/**
 * Two peers beside our own sync, on the same records in the same run. A ratio above 1 means that the peer takes longer.
 * A peer is durable if its server forces data to the disk before each acknowledgement: else a power cut loses what
 * was acknowledged, and its times say what not being durable saves.
 */
import { milliseconds } from '../measure.ts';
import type { Figure } from '../report.ts';
import { BATCH, type PushTimes, type SyncTimes } from '../sync/sync-times.ts';
import { installPeers } from './install-peers.ts';
import { measurePeer, type Peer } from './measure-peer.ts';
import { messageOf } from './message-of.ts';

/** What a reader has to know to judge the ratios. */
export const PEERS_CAVEAT =
  "A peer's times hold the work of its client, which reads and writes a database of its own; ours above don't: see --only offline.";

interface ComparedPeer extends Peer {
  /** How many times its server acknowledges while that many records are pushed. */
  readonly acknowledgements: (count: number) => number;
}

const PEERS: readonly ComparedPeer[] = [
  {
    name: 'PouchDB 9 -> express-pouchdb 4',
    client: 'pouchdb-client.mjs',
    server: 'pouchdb-server.cjs',
    serverArgs: (folder, port) => [folder, String(port)],
    serverEnv: () => ({}),
    acknowledgements: (count) => Math.ceil(count / BATCH),
  },
  {
    name: 'Actual 26.9 -> its sync server',
    client: 'actual-client.mjs',
    server: 'actual-server.mjs',
    serverArgs: () => [],
    serverEnv: (folder, port) => ({
      ACTUAL_DATA_DIR: folder,
      ACTUAL_HOSTNAME: '127.0.0.1',
      ACTUAL_PORT: String(port),
      // Everything goes in one request, and 10,000 records are more than it takes by default.
      ACTUAL_UPLOAD_FILE_SYNC_SIZE_LIMIT_MB: '500',
    }),
    acknowledgements: () => 1,
  },
];

/** A peer that can't be installed or started says so in its line. */
export async function benchPeers(ours: SyncTimes): Promise<Figure[]> {
  const why = await installPeers().then(() => null, messageOf);
  const figures: Figure[] = [];
  for (const peer of PEERS) {
    const times = why ?? (await measurePeer(peer).catch(messageOf));
    figures.push(
      ...(typeof times === 'string'
        ? [{ name: peer.name, measured: `not measured: ${times}`, beside: '-', floor: '-' }]
        : figuresOf(peer, times, ours)),
    );
  }
  return figures;
}

function figuresOf(peer: ComparedPeer, times: SyncTimes, ours: SyncTimes): Figure[] {
  const line = (what: string, time: number, own: number, forced = ''): Figure => ({
    name: `${peer.name}: ${what}`,
    measured: `p50 ${milliseconds(time)}${forced}`,
    beside: `ours ${milliseconds(own)}: ${(time / own).toFixed(2)} times that`,
    floor: '-',
  });
  const own = (count: number): number => ours.pushes.find((push) => push.count === count)?.time ?? Number.NaN;
  return [
    ...times.pushes.map((push) =>
      line(`push ${push.count.toLocaleString('en')}`, push.time, own(push.count), forcedWrites(push)),
    ),
    line('nothing to do', times.nothing, ours.nothing),
    line('first pull of 10,000', times.pull, ours.pull),
    { name: `${peer.name}: durable?`, measured: durability(peer, times), beside: '-', floor: '-' },
  ];
}

const forcedWrites = ({ forced }: PushTimes): string =>
  forced === null ? '' : `; ${forced.toFixed(0)} fsyncs each`;

function durability(peer: ComparedPeer, { pushes }: SyncTimes): string {
  if (pushes.some(({ forced }) => forced === null)) {
    return 'not known: counting fsyncs takes strace (apt-get install strace)';
  }
  const forced = total(pushes.map((push) => push.forced ?? 0));
  const acknowledged = total(pushes.map(({ count }) => peer.acknowledgements(count)));
  const ratio = `${forced} fsyncs for ${acknowledged} acknowledgements`;
  return forced >= acknowledged ? `yes: ${ratio}` : `no, a power cut loses what it acknowledged: ${ratio}`;
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
