/**
 * A server that is put back to a backup: the tenant's database as it was, under a program that goes on. The server of npm has no
 * `pg_dump`, so a backup is a copy of the database there. On a server of your own it is a dump (docs/testing.md).
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ownServerUrl } from '@wellpulse/testing';
import pg from 'pg';
import { databaseUrl } from '../../src/database/open-pool.ts';
import { databaseNameOf } from '../../src/tenant/tenant-administration.ts';

export interface Backup {
  /** Puts the database back to the state of the backup. */
  readonly restore: () => Promise<void>;
}

let backups = 0;

/** Backs a tenant's database up. Its connections are cut by a restore, and open again by themselves. */
export async function backUp(postgresUrl: string, slug: string): Promise<Backup> {
  const name = databaseNameOf(slug);
  backups += 1;
  const backup = `${name}_backup_${Date.now()}_${backups}`;
  if (ownServerUrl !== undefined) return dump(postgresUrl, name, join(dumpFolder(), `${backup}.dump`));
  await copy(postgresUrl, name, backup);
  return { restore: () => copy(postgresUrl, backup, name) };
}

let folder: string | undefined;
/** Goes with this process. */
function dumpFolder(): string {
  if (folder !== undefined) return folder;
  const made = mkdtempSync(join(tmpdir(), 'wellpulse-dumps-'));
  process.once('exit', () => rmSync(made, { recursive: true }));
  folder = made;
  return made;
}

async function dump(postgresUrl: string, name: string, file: string): Promise<Backup> {
  const url = databaseUrl(postgresUrl, name);
  const run = promisify(execFile);
  await run('pg_dump', ['--format=custom', `--file=${file}`, `--dbname=${url}`]);
  return {
    restore: async () => {
      await asSuperuser(postgresUrl, async (client) => {
        await client.query(`drop database ${pg.escapeIdentifier(name)} with (force)`);
        await client.query(`create database ${pg.escapeIdentifier(name)} template template0`);
      });
      await run('pg_restore', ['--exit-on-error', `--dbname=${url}`, file]);
    },
  };
}

const copy = (postgresUrl: string, from: string, to: string): Promise<void> =>
  asSuperuser(postgresUrl, async (client) => {
    const [source, target] = [from, to].map((name) => pg.escapeIdentifier(name));
    await client.query(`drop database if exists ${target ?? ''} with (force)`);
    await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [from]);
    await client.query(`create database ${target ?? ''} template ${source ?? ''} strategy file_copy`);
  });

async function asSuperuser(postgresUrl: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
