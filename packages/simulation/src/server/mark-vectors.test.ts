/** The simulated server notices a log that was put back as the API does: the vectors that both play. */
import { markVectors } from '@wellpulse/testing/mark-vectors';
import { expect, test } from 'vitest';
import { Random } from '../chance/random.ts';
import { Scheduler } from '../chance/scheduler.ts';
import { Trace } from '../chance/trace.ts';
import { SOUND_PARTS } from './server-parts.ts';
import { SimulatedServer, type ServerBackup } from './simulated-server.ts';
import { ADMIN } from './tenant.ts';

function aServer() {
  const scheduler = new Scheduler('2025-10-20T14:30:00.000Z');
  return new SimulatedServer({
    scheduler,
    random: new Random(1),
    trace: new Trace(() => scheduler.now),
    parts: SOUND_PARTS,
    settings: {
      wells: 1,
      conflictPolicy: 'LAST_WRITE_WINS',
      isRateLimited: false,
      pageSize: 1000,
      keepsOwnMarks: false,
    },
  });
}

test.each(markVectors.marks)('$name', ({ steps }) => {
  const server = aServer();
  const marks = new Map([['zero', `0.${'0'.repeat(64)}`]]);
  const backups = new Map<string, ServerBackup>();
  let wells = 1;
  for (const step of steps) {
    if (step.do === 'write') {
      wells += 1;
      const payload = { apiNumber: `42-165-0000${wells}`, name: `Acme #${wells}` };
      const aggregateId = server.dashboardUsers.newId();
      server.dashboardUsers.do(ADMIN, { eventType: 'WELL_CREATED', aggregateId, payload });
    }
    if (step.do === 'keep') marks.set(step.mark, server.lineages.markOf());
    if (step.do === 'backUp') backups.set(step.as, server.backUp());
    const backup = step.do === 'restore' ? backups.get(step.of) : undefined;
    if (backup !== undefined) server.putBack(backup);
    if (step.do !== 'ask') continue;
    const mark = step.mark === null ? undefined : (marks.get(step.mark) ?? `1000000.${'a'.repeat(64)}`);
    const isRefused = server.lineages.refuses(mark);
    const lineage = server.store.begin().lineage?.id ?? 0;
    expect([isRefused ? 'LOG_REPLACED' : 'TAKEN', lineage]).toEqual([step.becomes, step.lineage]);
  }
});
