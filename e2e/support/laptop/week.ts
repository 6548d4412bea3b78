/** A week of work on a laptop: readings and maintenance logs with photos, saved one after the other as the forms do. */
import { eventPhotoSchema, type EventPhoto } from '@wellpulse/contracts';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Laptop } from './laptop.ts';

/** What somebody is about to enter. */
export type Task =
  | { readonly kind: 'READING'; readonly wellId: string; readonly day: string; readonly oil: number }
  | {
      readonly kind: 'LOG';
      readonly equipmentId: string;
      readonly day: string;
      /** No two are alike, so a log is known by it. */
      readonly description: string;
      readonly picture: Buffer;
    };

/** What the laptop has said to be saved, or shows after a start. */
export interface Entered {
  readonly task: Task;
  /** Of the record. */
  readonly id: string;
  /** Of the person who entered it. */
  readonly author: string;
}

const savedSchema = z.object({ kind: z.string(), record: z.object({ id: z.string() }).optional() });
const readingsSchema = z.array(z.object({ id: z.string(), oilVolume: z.number().nullable() }));
const itemSchema = z.object({ logs: z.array(z.object({ id: z.string(), description: z.string() })) });

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Saves a task. Answers with the id of the record when the laptop says that it is on the disk. */
export async function save(laptop: Laptop, task: Task): Promise<string> {
  const answered = task.kind === 'READING' ? await saveReading(laptop, task) : await saveLog(laptop, task);
  const { kind, record } = savedSchema.parse(answered);
  if (record === undefined) throw new Error(`The laptop said ${kind}`);
  return record.id;
}

async function saveReading(laptop: Laptop, { wellId, day, oil }: Task & { kind: 'READING' }) {
  const entry = { productionDate: day, oilVolume: oil, gasVolume: null, waterVolume: null };
  const [result] = z
    .array(z.unknown())
    .parse(await valueOf(laptop, 'entries.save', [{ wellId, entry, base: null, photos: [] }]));
  return result;
}

async function saveLog(laptop: Laptop, { equipmentId, day, description, picture }: Task & { kind: 'LOG' }) {
  const photo = await keep(laptop, picture);
  return valueOf(laptop, 'equipment.log', {
    equipmentId,
    values: {
      maintenanceDate: day,
      maintenanceType: 'ROUTINE',
      description,
      technician: null,
      cost: null,
      nextMaintenanceDate: null,
      equipmentStatus: null,
      location: null,
    },
    photos: [photo],
  });
}

interface PageOfLaptop {
  readonly wellpulse: { call(name: string, input: unknown): Promise<{ value?: unknown }> };
}

/** Bytes cross as text to the page, which gives them to main as bytes. */
async function keep(laptop: Laptop, picture: Buffer): Promise<EventPhoto> {
  const value = await laptop.page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const { wellpulse } = globalThis as unknown as PageOfLaptop;
    const photo = { bytes, contentType: 'image/jpeg', takenAt: null, location: null };
    return (await wellpulse.call('photos.keep', photo)).value;
  }, picture.toString('base64'));
  return eventPhotoSchema.strip().parse(value);
}

/** What the laptop shows of a task: the ids of its records, one if it was saved. */
export async function shownOf(laptop: Laptop, task: Task): Promise<readonly string[]> {
  if (task.kind === 'READING') {
    const { wellId, day } = task;
    const value = await valueOf(laptop, 'records.production', { wellId, from: day, to: day });
    return readingsSchema.parse(value).map(({ id }) => id);
  }
  const { logs } = itemSchema.parse(
    await valueOf(laptop, 'equipment.get', { equipmentId: task.equipmentId }),
  );
  return logs.filter(({ description }) => description === task.description).map(({ id }) => id);
}

async function valueOf(laptop: Laptop, name: string, input: unknown): Promise<unknown> {
  const { ok, value, problem } = await laptop.call(name, input);
  if (!ok) throw new Error(`${name}: ${JSON.stringify(problem)}`);
  return value;
}

/** Saves tasks one after the other. The program may be killed meanwhile: then nothing more is answered. */
export class Run {
  readonly entered: Entered[] = [];
  /** Resolves when all are saved; never if the program is killed. */
  readonly whole: Promise<void>;
  #onWay: Task | null = null;
  readonly #begun: PromiseWithResolvers<null>[];

  constructor(laptop: Laptop, tasks: readonly Task[], author: string) {
    const begun = tasks.map(() => Promise.withResolvers<null>());
    this.#begun = begun;
    this.whole = (async () => {
      for (const [index, task] of tasks.entries()) {
        this.#onWay = task;
        begun[index]?.resolve(null);
        this.entered.push({ task, id: await save(laptop, task), author });
      }
      this.#onWay = null;
    })();
    this.whole.catch(() => undefined);
  }

  /** What was asked to be saved, and is not answered. */
  get onWay(): Task | null {
    return this.#onWay;
  }

  /** Resolves when so many were answered, and the next one is on its way. Rejects if one before it was refused. */
  async begun(index: number): Promise<void> {
    await Promise.race([this.#begun[index]?.promise, this.whole]);
  }
}
