/** PouchDB on LevelDB, one local and one remote database a push; replicated in batches as large as our own. */
import { join } from 'node:path';
import PouchDB from 'pouchdb';
import { records } from './records.mjs';
import { serveSteps, timed } from './serve-steps.mjs';

const BATCH = 1000;
let server;
let folder;
/** The pair that was pushed last. */
let local;
let remote;
let made = 0;
let waiting = 0;

const options = { batch_size: BATCH };

async function openPair() {
  made += 1;
  local = new PouchDB(join(folder, `local-${made}`));
  remote = new PouchDB(`${server}/records-${made}`);
  // Makes the databases, which is no part of a push.
  await Promise.all([local.info(), remote.info()]);
}

/** @param {number} actual @param {number} wanted */
function requireCount(actual, wanted) {
  if (actual !== wanted) throw new Error(`${actual} of ${wanted} documents came over`);
}

serveSteps({
  open: async (input) => {
    ({ server, folder } = input);
  },
  prepare: async (count) => {
    await openPair();
    await local.bulkDocs(records(count).map((record, index) => ({ _id: `r-${index}`, ...record })));
    waiting = count;
  },
  push: async () => {
    let written = 0;
    const time = await timed(async () => {
      ({ docs_written: written } = await local.replicate.to(remote, options));
    });
    requireCount(written, waiting);
    return { time, place: remote.name };
  },
  nothing: () => timed(() => local.sync(remote, options)),
  pull: async ({ place, count }) => {
    const empty = new PouchDB(join(folder, 'pulled'));
    await empty.info();
    const time = await timed(() => empty.replicate.from(place, options));
    requireCount((await empty.info()).doc_count, count);
    return time;
  },
});
