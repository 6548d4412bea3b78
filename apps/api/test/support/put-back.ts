/** A server that is put back to a backup: the tenant's database as it was, under a program that goes on. */
import pg from 'pg';
import { databaseNameOf } from '../../src/tenant/tenant-administration.ts';

export interface Backup {
  /** Puts the database back to the state of the backup. */
  readonly restore: () => Promise<void>;
}

/** Copies a tenant's database; its connections are cut, and open again by themselves. */
export async function backUp(postgresUrl: string, slug: string): Promise<Backup> {
  const name = databaseNameOf(slug);
  const backup = `${name}_backup_${Date.now()}`;
  await copy(postgresUrl, name, backup);
  return { restore: () => copy(postgresUrl, backup, name) };
}

async function copy(postgresUrl: string, from: string, to: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  try {
    const [source, target] = [from, to].map((name) => pg.escapeIdentifier(name));
    await client.query(`drop database if exists ${target ?? ''} with (force)`);
    await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [from]);
    await client.query(`create database ${target ?? ''} template ${source ?? ''}`);
  } finally {
    await client.end();
  }
}
