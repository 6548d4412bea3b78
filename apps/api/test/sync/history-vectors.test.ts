/** The vectors of a pull's window across the real server, whose SQL says it once more. */
import { endpoints } from '@wellpulse/contracts';
import { anEntry, aWell } from '@wellpulse/testing';
import { inTurn } from '@wellpulse/testing/depth';
import { HISTORY_TIME_ZONE, historyCases } from '@wellpulse/testing/history-vectors';
import { afterAll, expect, test } from 'vitest';
import { startBareApi } from '../support/harness.ts';

const api = await startBareApi();
afterAll(() => api.stop());

test.each(inTurn(historyCases, 3))('$name', async ({ serverTime, history, own, others }) => {
  api.clock.stopAt(serverTime);
  const { manager, operator } = await api.addTenant({ timeZone: HISTORY_TIME_ZONE });
  const enter = async (operatorIds: string[], days: readonly string[]): Promise<string> => {
    const { id: wellId } = await manager.ask(endpoints.wells.create, { body: aWell({ operatorIds }) });
    for (const productionDate of days) {
      const body = anEntry({ productionDate });
      await manager.ask(endpoints.production.create, { params: { wellId }, body });
    }
    return wellId;
  };
  const ownWell = await enter([operator.session.user.id], Object.keys(own));
  const otherWell = await enter([], Object.keys(others));
  const query = { limit: '1000', ...(history === null ? {} : { history: String(history) }) };
  const { changes } = await operator.ask(endpoints.sync.changes, { query });
  const daysOf = (wellId: string): string[] =>
    changes.flatMap(({ entity, data }) => {
      const row = data as { readonly wellId?: string; readonly productionDate?: string } | null;
      return entity === 'PRODUCTION' && row?.wellId === wellId ? (row.productionDate ?? []) : [];
    });
  const wanted = (days: Readonly<Record<string, boolean>>): string[] =>
    Object.keys(days).filter((day) => days[day]);
  expect(daysOf(ownWell).sort()).toEqual(wanted(own).sort());
  expect(daysOf(otherWell).sort()).toEqual(wanted(others).sort());
});
