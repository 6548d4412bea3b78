import { call } from '@wellpulse/api-client';
import { endpoints } from '@wellpulse/contracts';
import { viewerTransport } from './who-am-i.ts';

/** For a page's title; "Well" where the name can't be had, which the page itself then explains. */
export async function loadWellName(wellId: string): Promise<string> {
  const transport = await viewerTransport();
  if (transport === null) return 'Well';
  const result = await call(transport, endpoints.wells.get, { params: { wellId } }).catch(() => null);
  return result?.ok === true ? result.value.name : 'Well';
}
