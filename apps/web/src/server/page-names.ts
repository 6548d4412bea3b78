/** What a page is about, for its title; a general word where the name can't be had, which the page itself explains. */
import { call } from '@wellpulse/api-client';
import { endpoints } from '@wellpulse/contracts';
import { words } from '../lib/language.ts';
import { viewerTransport } from './who-am-i.ts';

export async function loadWellName(wellId: string): Promise<string> {
  const transport = await viewerTransport();
  if (transport === null) return words.listWords.well;
  const result = await call(transport, endpoints.wells.get, { params: { wellId } }).catch(() => null);
  return result?.ok === true ? result.value.name : words.listWords.well;
}

export async function loadItemName(equipmentId: string): Promise<string> {
  const transport = await viewerTransport();
  if (transport === null) return words.shellWords.pageNames.equipment;
  const result = await call(transport, endpoints.equipment.get, { params: { equipmentId } }).catch(
    () => null,
  );
  return result?.ok === true ? words.equipmentName(result.value) : words.shellWords.pageNames.equipment;
}
