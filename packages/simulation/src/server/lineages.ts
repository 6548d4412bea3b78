/** Notices, as the API does, that the log was put back to an older state (ADR 44, ADR 69). */
import { lineageAfterLostMark, versionFloorAfter } from '@wellpulse/domain';
import type { DashboardUsers } from './dashboard-users.ts';
import type { ServerParts } from './server-parts.ts';
import type { TenantStore } from './tenant-store.ts';
import { ADMIN, TENANT } from './tenant.ts';

export interface LineagesInput {
  readonly store: TenantStore;
  readonly parts: ServerParts;
  /** Writes that another lineage begins. */
  readonly begin: (number: number) => void;
}

export class Lineages {
  readonly #in: LineagesInput;
  /** Marks that this server gave: what the seal of the API proves, which no restore undoes. */
  readonly #given = new Set<string>();

  constructor(input: LineagesInput) {
    this.#in = input;
  }

  /** What a device keeps, to show it with its next request: the newest row, and in which lineage the mark was given. */
  markOf(): string {
    const mark = `${this.#in.store.mark()}.${this.#present()}`;
    this.#given.add(mark);
    return mark;
  }

  /** Whether a request shows no row of the log that is gone. */
  holdsShown(mark: string | undefined): boolean {
    const { store, parts } = this.#in;
    return mark === undefined || parts.holdsMark(store, mark);
  }

  /** True if the device has seen a row of the log that is gone. */
  refuses(mark: string | undefined): boolean {
    const { begin } = this.#in;
    if (mark === undefined || this.holdsShown(mark)) return false;
    const given = this.#given.has(mark) ? Number(mark.split('.')[2]) : null;
    const number = lineageAfterLostMark(given, this.#present());
    if (number !== null) begin(number);
    return true;
  }

  /** What answers name the lineage by. */
  nameOf(): string {
    return String(this.#in.store.begin().lineage?.versionFloor ?? 0);
  }

  /** What `wellpulse restored` does after a restore. */
  sayRestored(): void {
    this.#in.begin(this.#present() + 1);
  }

  #present(): number {
    return this.#in.store.begin().lineage?.id ?? 0;
  }
}

/** Writes that another lineage begins. */
export const lineageBeginner =
  (store: TenantStore, dashboardUsers: DashboardUsers, time: () => string) =>
  (number: number): void => {
    const versionFloor = versionFloorAfter(store.begin().lineage ?? null, time());
    dashboardUsers.do(ADMIN, {
      eventType: 'LINEAGE_BEGUN',
      aggregateId: TENANT.id,
      payload: { number, versionFloor },
    });
  };
