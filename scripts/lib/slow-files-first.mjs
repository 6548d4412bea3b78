import { BaseSequencer } from 'vitest/node';

/** The files that take longest. One that is started last is waited for alone, while other cores have nothing to do. */
const SLOW = [
  'test/kills/killed-sync.test.ts',
  'test/kills/offline-week.test.ts',
  'test/tenant/tenants.test.ts',
  'test/write-path/event-log.test.ts',
  'test/tenant/demo-seed.test.ts',
  'test/lineage/put-back.test.ts',
  'test/operations/program.test.ts',
  'test/operations/command-line.test.ts',
  'test/kills/killed-database.test.ts',
  'apps/launcher/src/stack/stack.test.ts',
  'apps/web/src/features/sync-file/import-memory.test.ts',
  'packages/embedded/src/postgres/start-postgres.test.ts',
  'packages/simulation/src/variants/variants-1.test.ts',
  'packages/simulation/src/variants/variants-2.test.ts',
  'packages/simulation/src/variants/variants-3.test.ts',
  'packages/simulation/src/variants/variants-4.test.ts',
  'packages/offline/src/handover/handover-memory.test.ts',
  'packages/offline/src/handover/handover.test.ts',
  'packages/offline/src/crash.test.ts',
  'scripts/docs.test.mjs',
  'packages/simulation/src/seeds-1.test.ts',
  'packages/simulation/src/seeds-2.test.ts',
  'packages/simulation/src/seeds-3.test.ts',
  'packages/simulation/src/seeds-4.test.ts',
  'packages/domain/src/merging/order-independence.test.ts',
];

/** Starts the slow files first, on every machine alike, and the others in Vitest's own order. */
export class SlowFilesFirst extends BaseSequencer {
  /**
   * @override
   * @param {import("vitest/node").TestSpecification[]} files
   */
  async sort(files) {
    const place = (/** @type {import('vitest/node').TestSpecification} */ { moduleId }) => {
      const index = SLOW.findIndex((slow) => moduleId.endsWith(`/${slow}`));
      return index === -1 ? SLOW.length : index;
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}
