import { Inject, Injectable } from '@nestjs/common';
import {
  wholeList,
  type Colleague,
  type endpoints,
  type EndpointInput,
  type User,
  type WholeList,
} from '@wellpulse/contracts';
import { sql } from 'kysely';
import { v7 as uuidV7 } from 'uuid';
import type { z } from 'zod';
import { Sessions } from '../auth/sessions.ts';
import { isFound } from '../database/search.ts';
import type { TenantSchema } from '../database/tenant-schema.ts';
import { afterCursor, inOrder, toPage, type Keyset } from '../http/endpoints/keyset.ts';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { Caller } from '../http/request.ts';
import type { TenantDatabase } from '../tenant-databases/tenant-databases.ts';
import { byCaller } from '../write-path/origin.ts';
import { toUser } from '../write-path/records.ts';
import { firstAccepted } from '../write-path/refusals.ts';
import type { Draft, Origin } from '../write-path/intent.ts';
import { TenantWriter } from '../write-path/tenant-writer.ts';
import { Credentials, hashNewPassword } from '../auth/credentials.ts';

type Endpoints = (typeof endpoints)['users'];
type ListQuery = EndpointInput<Endpoints['list']>['query'];
type NewUser = EndpointInput<Endpoints['create']>['body'];
type UserChange = EndpointInput<Endpoints['update']>['body'];
type UserPage = z.output<Endpoints['list']['answer']>;

const SORTS = {
  name: { value: sql`lower(u.name)`, type: 'text' },
  email: { value: sql`u.email`, type: 'text' },
  createdAt: { value: sql`u.created_at`, type: 'timestamptz' },
} as const;

@Injectable()
export class UserService {
  constructor(
    @Inject(TenantWriter) private readonly writer: TenantWriter,
    @Inject(Credentials) private readonly credentials: Credentials,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  async list({ database }: Caller, query: ListQuery): Promise<UserPage> {
    const filter = sql<boolean>`u.deleted_at is null
      and ${query.role === undefined ? sql`true` : sql`u.role = ${query.role}`}
      and ${query.status === undefined ? sql`true` : sql`u.status = ${query.status}`}
      and ${query.search === undefined ? sql`true` : isFound(sql`u.name || ' ' || u.email`, query.search)}`;
    const keyset: Keyset = { ...SORTS[query.sort], id: sql`u.id`, order: query.order, cursor: query.cursor };
    const { rows } = await sql<UserSelection & { sort_value: string }>`
      select ${SELECTION}, ${keyset.value} as sort_value from users u
      left join user_credentials c on c.user_id = u.id
      where ${filter} and ${afterCursor(keyset)} order by ${inOrder(keyset)} limit ${query.limit + 1}`.execute(
      database.db,
    );
    const total = await sql<{ total: number }>`select count(*) as total from users u where ${filter}`.execute(
      database.db,
    );
    return { ...toPage(rows, query.limit, toUser), total: total.rows[0]?.total ?? 0 };
  }

  async colleagues({ database }: Caller): Promise<WholeList<Colleague>> {
    const items = await database.db
      .selectFrom('users')
      .select(['id', 'name', 'role'])
      .where('deleted_at', 'is', null)
      .orderBy('name')
      .execute();
    return wholeList(items);
  }

  async get({ database }: Caller, userId: string): Promise<User> {
    return this.#read(database, userId);
  }

  create(caller: Caller, given: NewUser): Promise<User> {
    return this.add(caller.database, byCaller(caller), given);
  }

  /** Adds a user with a password that obeys the rules, or one whose hash is given (the demo tenant's). */
  async add(
    database: TenantDatabase,
    origin: Origin,
    { password, ...payload }: NewUser,
    givenHash?: string,
  ): Promise<User> {
    const passwordHash = givenHash ?? (await hashNewPassword(password, 'password'));
    const aggregateId = uuidV7();
    await this.writer.transaction(database, origin, async (tx) => {
      firstAccepted(await tx.apply([{ eventType: 'USER_CREATED', aggregateId, baseVersion: null, payload }]));
      await this.credentials.store(tx.db, aggregateId, passwordHash);
    });
    return this.#read(database, aggregateId);
  }

  async update(caller: Caller, userId: string, change: UserChange): Promise<User> {
    const { version, password, ...payload } = change;
    const passwordHash = password === undefined ? null : await hashNewPassword(password, 'password');
    const intents: Draft[] = [
      { eventType: 'USER_UPDATED', aggregateId: userId, baseVersion: version, payload },
    ];
    if (passwordHash !== null) {
      intents.push({ eventType: 'USER_PASSWORD_SET', aggregateId: userId, baseVersion: null, payload: {} });
    }
    await this.writer.transaction(caller.database, byCaller(caller), async (tx) => {
      firstAccepted(await tx.apply(intents));
      if (passwordHash !== null) {
        await this.credentials.store(tx.db, userId, passwordHash);
        await this.sessions.endAllOf(tx.db, userId, 'PASSWORD_CHANGED');
      }
      if (payload.status === 'SUSPENDED') await this.sessions.endAllOf(tx.db, userId, 'USER_SUSPENDED');
    });
    return this.#read(caller.database, userId);
  }

  async remove(caller: Caller, userId: string): Promise<void> {
    await this.writer.transaction(caller.database, byCaller(caller), async (tx) => {
      firstAccepted(
        await tx.apply([{ eventType: 'USER_DELETED', aggregateId: userId, baseVersion: null, payload: {} }]),
      );
      await this.sessions.endAllOf(tx.db, userId, 'USER_SUSPENDED');
    });
  }

  async #read(database: TenantDatabase, userId: string): Promise<User> {
    const { rows } = await sql<UserSelection>`
      select ${SELECTION} from users u left join user_credentials c on c.user_id = u.id
      where u.id = ${userId} and u.deleted_at is null`.execute(database.db);
    const [row] = rows;
    if (row === undefined) throw new ProblemError('USER_NOT_FOUND');
    return toUser(row);
  }
}

const SELECTION = sql`u.*, c.last_login_at`;

type UserSelection = TenantSchema['users'] & Pick<TenantSchema['user_credentials'], 'last_login_at'>;
