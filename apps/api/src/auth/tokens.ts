/** Access tokens (JWT, a quarter of an hour) and refresh tokens (random, good for one use). */
import { Inject, Injectable } from '@nestjs/common';
import { ACCESS_TOKEN_SECONDS } from '@wellpulse/domain';
import { jwtVerify, SignJWT } from 'jose';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { derivedSecret } from '../config/derived-secret.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';

const claimsSchema = z.object({ sub: z.uuid(), tid: z.uuid(), sid: z.uuid(), exp: z.number() });

export interface AccessClaims {
  readonly userId: string;
  readonly tenantId: string;
  readonly sessionId: string;
  readonly expiresAt: Date;
}

@Injectable()
export class Tokens {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  issueAccess(claims: Omit<AccessClaims, 'expiresAt'>): Promise<string> {
    return new SignJWT({ tid: claims.tenantId, sid: claims.sessionId })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('wellpulse')
      .setSubject(claims.userId)
      .setIssuedAt()
      .setExpirationTime(`${ACCESS_TOKEN_SECONDS}s`)
      .sign(this.settings.jwtSecret);
  }

  /** The claims of a token that we signed and that has not expired; null for any other. */
  async readAccess(token: string): Promise<AccessClaims | null> {
    try {
      const { payload } = await jwtVerify(token, this.settings.jwtSecret, {
        algorithms: ['HS256'],
        issuer: 'wellpulse',
      });
      const { sub, tid, sid, exp } = claimsSchema.parse(payload);
      return { userId: sub, tenantId: tid, sessionId: sid, expiresAt: new Date(exp * 1000) };
    } catch {
      return null;
    }
  }

  /** A new refresh token. It names its tenant, since the tenant's database is where its hash is kept. */
  newRefresh(tenantId: string): string {
    return `${tenantId}.${randomBytes(32).toString('base64url')}`;
  }

  /**
   * The successor of a refresh token that is used under a key: the same for the same use, so that it can be given again
   * though only its hash is kept. Nobody can tell it from the token and the key without this server's secret.
   */
  successorOfRefresh(token: string, key: string): string {
    const [tenantId = ''] = token.split('.');
    const secret = derivedSecret(this.settings, 'refresh successors');
    const successor = createHmac('sha256', secret).update(`${token} ${key}`).digest('base64url');
    return `${tenantId}.${successor}`;
  }

  /** Which tenant a refresh token claims to be of; null if it is not one. */
  tenantOfRefresh(token: string): string | null {
    const [tenantId, secret] = token.split('.');
    return secret !== undefined && z.uuid().safeParse(tenantId).success ? (tenantId ?? null) : null;
  }

  hashRefresh(token: string): Buffer {
    return createHash('sha256').update(token).digest();
  }
}
