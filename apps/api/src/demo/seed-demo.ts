import type { INestApplicationContext } from '@nestjs/common';
export async function seedDemo(_context: INestApplicationContext, _api: string): Promise<void> {
  await Promise.resolve();
}
