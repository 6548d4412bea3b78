/** What a person has typed into a form and not saved yet, by form. A draft survives a crash. */
import type { DeviceDatabase } from './database/device-database.ts';
import { storedJson } from './lib/stored-json.ts';
import { instantOf } from './ports/ids.ts';
import type { Clock } from './ports/clock.ts';

export class Drafts {
  readonly #database: DeviceDatabase;
  readonly #clock: Clock;

  constructor(database: DeviceDatabase, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Replaces the draft of a form. `content` is anything that JSON can carry. */
  async save(formKey: string, content: unknown): Promise<void> {
    const values = { content: JSON.stringify(content), saved_at: instantOf(this.#clock.now()) };
    await this.#database.write((db) =>
      db
        .insertInto('drafts')
        .values({ form_key: formKey, ...values })
        .onConflict((conflict) => conflict.column('form_key').doUpdateSet(values))
        .execute(),
    );
  }

  /** The draft of a form, as it was saved; undefined if there is none. */
  async load(formKey: string): Promise<unknown> {
    return this.#database.read(async (db) => {
      const draft = await db
        .selectFrom('drafts')
        .where('form_key', '=', formKey)
        .select('content')
        .executeTakeFirst();
      return draft === undefined ? undefined : storedJson(draft.content);
    });
  }

  /** All drafts by the keys of their forms, as they were saved. */
  async all(): Promise<ReadonlyMap<string, unknown>> {
    return this.#database.read(async (db) => {
      const drafts = await db.selectFrom('drafts').select(['form_key', 'content']).execute();
      return new Map(drafts.map((draft) => [draft.form_key, storedJson(draft.content)]));
    });
  }

  /** Removes the draft of a form. Removing one that is not there is no error. */
  async clear(formKey: string): Promise<void> {
    await this.#database.write((db) => db.deleteFrom('drafts').where('form_key', '=', formKey).execute());
  }
}
