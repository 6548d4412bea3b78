/**
 * All the state that a batch of events touches, loaded before and written back after. Rules read and change it and
 * nothing else, so they run the same on a server, a device and in a test.
 */
import type { Alert, Product, ProductionRecord, TenantSettings, User, Well } from '@wellpulse/contracts';
import { Table } from './table.ts';

/** Deleted rows stay: a record that is made again goes on from the version of the deleted one. */
export interface Deletable {
  readonly deleted: boolean;
}

export type WellRow = Well & Deletable;
export type ProductionRow = ProductionRecord & Deletable;
export type UserRow = Omit<User, 'lastLoginAt'> & Deletable;
export type AlertRow = Omit<Alert, 'wellName'>;

export class Workset {
  readonly wells = new Table<WellRow>();
  readonly production = new Table<ProductionRow>();
  readonly users = new Table<UserRow>();
  readonly alerts = new Table<AlertRow>();
  readonly settings = new Table<TenantSettings>();

  /** The settings of the tenant; there is always one row. */
  get tenantSettings(): TenantSettings {
    const settings = this.settings.get(SETTINGS_KEY);
    if (settings === undefined) throw new Error('The tenant has no settings row');
    return settings;
  }
}

export const SETTINGS_KEY = 'settings';
export const productionKey = (wellId: string, day: string): string => `${wellId}|${day}`;
export const alertKey = (wellId: string, day: string, product: Product): string =>
  `${wellId}|${day}|${product}`;

/** A record that is there and not deleted. */
export const live = <Row extends Deletable>(row: Row | undefined): Row | undefined =>
  row === undefined || row.deleted ? undefined : row;
