/** What a conflict is about, in words that the person who entered it reads. */
import type { ConflictOutcome } from '@wellpulse/contracts';

const WORDS: Readonly<Record<string, string>> = {
  oilVolume: 'oil',
  gasVolume: 'gas',
  waterVolume: 'water',
  notes: 'the notes',
  wellId: 'the well',
  equipmentType: 'the type',
  serialNumber: 'the serial number',
  assetTag: 'the asset tag',
  manufacturer: 'the manufacturer',
  model: 'the model',
  installationDate: 'the installation date',
  status: 'the status',
  serviceIntervalDays: 'the service interval',
  deleted: 'the record itself',
};

const list = new Intl.ListFormat('en', { type: 'conjunction' });

export function conflictReason(outcome: ConflictOutcome, contested: readonly string[]): string {
  if (outcome === 'MERGE')
    return 'Somebody else changed other values of this record meanwhile; both changes stand.';
  const fields = list.format(contested.map((field) => WORDS[field] ?? field));
  const met = `Somebody else changed ${fields} meanwhile.`;
  if (outcome === 'OVERWRITE') return `${met} This later entry was kept.`;
  return outcome === 'SKIP' ? `${met} Their later entry was kept.` : `${met} Somebody has to choose.`;
}
