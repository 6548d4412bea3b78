/** What tests share: values that don't collide, requests that are valid, a signed-in caller, a device, real servers. */
export * from './api-caller.ts';
export * from './builders.ts';
export * from './new-cluster.ts';
export * from './run-in-process.ts';
export * from './sign-in.ts';
export * from './test-blobs.ts';
export * from './test-device.ts';
export * from './test-postgres.ts';
export { ownServerUrl } from './own-server.ts';
export * from './unique.ts';
