import {
  daySchema,
  equipmentTypeSchema,
  maintenanceTypeSchema,
  photoContentTypeSchema,
  PRODUCTION_FIELDS,
  READING_NUMBER_NAMES,
  READING_NUMBERS,
  type EquipmentType,
  type EventPhoto,
  type MaintenanceType,
  type ReadingNumber,
} from '@wellpulse/contracts';
import type { OfflineClient, DeviceEntry } from '@wellpulse/offline';
import { argument, Command, example, numberArgument } from '@wellpulse/command-line';
import { randomUUID } from 'node:crypto';
import { extname, resolve } from 'node:path';
import { findEquipment, findWell } from './find-records.ts';
import { withDevice } from './open-device.ts';
import { sayRecorded } from './say-recorded.ts';

export function enterCommands(): Command {
  const enter = new Command('enter').description('Records what a person saw or did; needs no network');
  for (const command of [production(), correction(), equipment(), maintenance()]) enter.addCommand(command);
  return enter;
}

interface ReadingOptions extends Readonly<Partial<Record<ReadingNumber, number>>> {
  readonly date: string;
  readonly notes?: string;
  readonly photo: readonly string[];
}

/** `--oil <bbl>`, and so for each number of a reading. */
function withNumbers(command: Command): Command {
  command
    .argument('<well>', 'name or API number')
    .requiredOption('--date <day>', 'such as 2025-10-20', argument(daySchema));
  for (const name of READING_NUMBER_NAMES) {
    const { unit, schema } = PRODUCTION_FIELDS[READING_NUMBERS[name].field];
    const what = `${flagOf(name).replaceAll('-', ' ')} in ${unit}; leave it out if nobody measured it`;
    command.option(`--${flagOf(name)} <${unit}>`, what, numberArgument(schema));
  }
  return withPhotos(command.option('--notes <text>'));
}

const withPhotos = (command: Command): Command => command.option('--photo <files...>', 'pictures', []);

/** As commander reads it back: `casingPressure` is `--casing-pressure`. */
const flagOf = (name: string): string => name.replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);

const readingOf = async (client: OfflineClient, { date, notes, photo, ...given }: ReadingOptions) => ({
  productionDate: date,
  ...Object.fromEntries(
    READING_NUMBER_NAMES.flatMap((name) =>
      given[name] === undefined ? [] : [[READING_NUMBERS[name].field, given[name]]],
    ),
  ),
  ...(notes === undefined ? {} : { notes }),
  ...(photo.length === 0 ? {} : { photos: await keepPhotos(client, photo) }),
});

const production = (): Command =>
  withNumbers(new Command('production').description("Records a day's production of a well"))
    .addHelpText(
      'after',
      example(
        'npm run wellpulse-device -- --data ./truck-7 enter production "State #1" --date 2025-10-20 --oil 42.5 --gas 120',
      ),
    )
    .action((name: string, options: ReadingOptions, command: Command) =>
      withDevice(command, async (client) => {
        const { id: aggregateId } = await findWell(client, name);
        const payload = await readingOf(client, options);
        await record(client, { eventType: 'PRODUCTION_CREATED', aggregateId, payload });
      }),
    );

const correction = (): Command =>
  withNumbers(new Command('correction').description('Changes what is recorded of a day'))
    .addHelpText(
      'after',
      example(
        'npm run wellpulse-device -- --data ./truck-7 enter correction "State #1" --date 2025-10-20 --water 8.2',
      ),
    )
    .action((name: string, options: ReadingOptions, command: Command) =>
      withDevice(command, async (client) => {
        const { id: aggregateId } = await findWell(client, name);
        const payload = await readingOf(client, options);
        await record(client, { eventType: 'PRODUCTION_UPDATED', aggregateId, payload });
      }),
    );

const equipment = (): Command =>
  new Command('equipment')
    .description('Adds an item of equipment to a well')
    .argument('<well>', 'name or API number')
    .requiredOption('--type <type>', 'such as PUMP_JACK', argument(equipmentTypeSchema))
    .requiredOption('--serial <number>', 'serial number')
    .addHelpText(
      'after',
      example(
        'npm run wellpulse-device -- --data ./truck-7 enter equipment "State #1" --type PUMP_JACK --serial PJ-4711',
      ),
    )
    .action((name: string, { type, serial }: { type: EquipmentType; serial: string }, command: Command) =>
      withDevice(command, async (client) => {
        const { id: wellId } = await findWell(client, name);
        await record(client, {
          eventType: 'EQUIPMENT_CREATED',
          aggregateId: randomUUID(),
          payload: { wellId, equipmentType: type, serialNumber: serial },
        });
      }),
    );

interface MaintenanceOptions {
  readonly date: string;
  readonly type: MaintenanceType;
  readonly description: string;
  readonly photo: readonly string[];
}

const maintenance = (): Command =>
  withPhotos(
    new Command('maintenance')
      .description('Logs maintenance of an item')
      .argument('<serial>', 'serial number')
      .requiredOption('--date <day>', 'such as 2025-10-20', argument(daySchema))
      .requiredOption('--type <type>', 'ROUTINE, REPAIR or INSPECTION', argument(maintenanceTypeSchema))
      .requiredOption('--description <text>', 'what was done'),
  )
    .addHelpText(
      'after',
      example(
        'npm run wellpulse-device -- --data ./truck-7 enter maintenance PJ-4711 --date 2025-10-20 --type ROUTINE --description "Greased the bearings"',
      ),
    )
    .action((serial: string, { date, type, description, photo }: MaintenanceOptions, command: Command) =>
      withDevice(command, async (client) => {
        const item = await findEquipment(client, serial);
        await record(client, {
          eventType: 'EQUIPMENT_MAINTENANCE_LOGGED',
          aggregateId: item.id,
          payload: {
            maintenanceId: randomUUID(),
            maintenanceDate: date,
            maintenanceType: type,
            description,
            photos: await keepPhotos(client, photo),
          },
        });
      }),
    );

const MEDIA_TYPES: Readonly<Record<string, string>> = { '.jpg': 'image/jpeg' };

async function keepPhotos(client: OfflineClient, files: readonly string[]): Promise<EventPhoto[]> {
  const photos: EventPhoto[] = [];
  for (const file of files) {
    const extension = extname(file).toLowerCase();
    const contentType = photoContentTypeSchema.parse(MEDIA_TYPES[extension] ?? `image/${extension.slice(1)}`);
    photos.push(await client.photos.keep({ place: resolve(file), contentType }));
  }
  return photos;
}

async function record(client: OfflineClient, entry: DeviceEntry): Promise<void> {
  const recorded = await client.record(entry);
  // Nobody would ever see the copies that were made of its pictures.
  if (!recorded.ok) for (const { photoId } of photosOf(entry)) await client.photos.discard(photoId);
  sayRecorded(recorded);
}

const photosOf = ({ payload }: DeviceEntry): readonly EventPhoto[] =>
  'photos' in payload ? (payload.photos ?? []) : [];
