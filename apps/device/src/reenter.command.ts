import { CATALOGUE, factsOf, type Aggregate, type DeviceEvent, type FieldFacts } from '@wellpulse/contracts';
import { isDeviceEventType, type DeviceEntry, type OfflineClient } from '@wellpulse/offline';
import { Command, example, numberArgument } from '@wellpulse/command-line';
import { findWell } from './find-records.ts';
import { withDevice } from './open-device.ts';
import { sayRecorded } from './say-recorded.ts';
import { words } from './words.ts';

interface ReenterOptions {
  readonly set: readonly string[];
  readonly well?: string;
}

export const reenterCommand = (): Command =>
  new Command('reenter')
    .description(
      'Enters anew what the server refused, with the changes that are given. The refused entry stays in the log',
    )
    .argument('<event>', 'its id, as "list pending" says it')
    .option(
      '--set <field=value...>',
      'such as oilVolume=42.5; nothing behind the = says that there is no value',
      [],
    )
    .option('--well <well>', 'name or API number of the well where it belongs')
    .addHelpText(
      'after',
      example(
        'npm run wellpulse-device -- --data ./truck-7 reenter 0199f3a2-7c4e-7b1a-9a55-0c2f4d1e8a01 --set productionDate=2025-10-19',
      ),
    )
    .action((eventId: string, { set, well }: ReenterOptions, command: Command) =>
      withDevice(command, async (client) => {
        const refused = await findRefused(client, eventId);
        const wellId = well === undefined ? undefined : (await findWell(client, well)).id;
        sayRecorded(await client.reenter(refused.id, anew(refused, changesOf(refused, set), wellId)));
      }),
    );

async function findRefused(client: OfflineClient, eventId: string): Promise<DeviceEvent> {
  for await (const { event } of client.events.list({ status: 'FAILED' })) {
    if (event.id === eventId) return event;
  }
  throw new Error(words.terminal.notRefused(eventId));
}

/** The refused entry with the changes. Recording it checks all of it. */
function anew(
  { eventType, aggregateId, payload }: DeviceEvent,
  changes: Readonly<Record<string, unknown>>,
  wellId: string | undefined,
): DeviceEntry {
  if (!isDeviceEventType(eventType)) throw new Error(words.terminal.unknownEvent(eventType));
  const isOfWell = eventType.startsWith('PRODUCTION_');
  if (
    wellId !== undefined &&
    !isOfWell &&
    eventType !== 'EQUIPMENT_CREATED' &&
    eventType !== 'EQUIPMENT_UPDATED'
  ) {
    throw new Error(words.terminal.wellDoesNotBelong);
  }
  const moved = wellId === undefined || isOfWell ? {} : { wellId };
  return {
    eventType,
    aggregateId: isOfWell ? (wellId ?? aggregateId) : aggregateId,
    payload: { ...(payload as object), ...changes, ...moved },
  } as DeviceEntry;
}

function aggregateOf(eventType: string): Aggregate | null {
  if (eventType.startsWith('PRODUCTION_')) return 'production';
  if (eventType === 'EQUIPMENT_MAINTENANCE_LOGGED') return 'maintenance';
  return eventType.startsWith('EQUIPMENT_') ? 'equipment' : null;
}

function changesOf({ eventType }: DeviceEvent, set: readonly string[]): Record<string, unknown> {
  const aggregate = aggregateOf(eventType);
  return Object.fromEntries(
    set.map((pair) => {
      const at = pair.indexOf('=');
      if (at <= 0) throw new Error(words.terminal.notAPair(pair));
      const [name, text] = [pair.slice(0, at), pair.slice(at + 1)];
      const facts = aggregate === null ? undefined : factsOf(aggregate, name);
      if (aggregate === null || facts === undefined || !isTyped(facts)) {
        throw new Error(words.terminal.noSuchField(name, aggregate === null ? '' : fieldsOf(aggregate)));
      }
      if (text.trim() === '' && facts.nullable) return [name, null];
      return [name, facts.kind === 'NUMBER' ? numberArgument(facts.schema)(text) : text];
    }),
  );
}

/** Wells are chosen by name, with --well. */
const isTyped = ({ part, kind }: FieldFacts): boolean =>
  (part === 'KEY' || part === 'VALUE') && kind !== 'REFERENCE';

const fieldsOf = (aggregate: Aggregate): string =>
  Object.entries<FieldFacts>(CATALOGUE[aggregate])
    .filter(([, facts]) => isTyped(facts))
    .map(([name]) => name)
    .join(', ');
