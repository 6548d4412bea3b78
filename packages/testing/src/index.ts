/** What tests share: values that don't collide, requests that are valid, a signed-in caller, a PostgreSQL server. */
export * from './api-caller.ts';
export * from './builders.ts';
export * from './sign-in.ts';
export * from './test-postgres.ts';
export * from './unique.ts';
