/** A driver that breaks at its n-th step, as a device does whose battery is pulled: from then on nothing works. */
import type { SqliteDriver, SqliteExecutor } from '../ports/sqlite.ts';

export class PowerLoss extends Error {
  override readonly name = 'PowerLoss';
}

/** Steps are statements, and the moment between a commit and its being known. */
export class PowerSupply {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  get isLost(): boolean {
    return this.#left <= 0;
  }

  /** It is lost now. */
  fail(): void {
    this.#left = 0;
  }

  step(): void {
    this.#left -= 1;
    if (this.isLost) throw new PowerLoss();
  }
}

export function breakingDriver(driver: SqliteDriver, supply: PowerSupply): SqliteDriver {
  const breaking = (executor: SqliteExecutor): SqliteExecutor => ({
    execute: async (sql, params) => {
      supply.step();
      return executor.execute(sql, params);
    },
    query: async (sql, params) => {
      supply.step();
      return executor.query(sql, params);
    },
  });
  return {
    ...breaking(driver),
    transaction: async (run) => {
      const result = await driver.transaction((tx) => run(breaking(tx)));
      supply.step();
      return result;
    },
    close: () => driver.close(),
  };
}
