import { endpoints, type EndpointRequest, type Session } from '@wellpulse/contracts';
import { ApiCaller } from './api-caller.ts';

/** A caller with the session that it is signed in with. */
export class SignedInCaller extends ApiCaller {
  readonly session: Session;

  constructor(baseUrl: string, session: Session) {
    super(baseUrl, session.accessToken);
    this.session = session;
  }
}

export type SignIn = EndpointRequest<typeof endpoints.auth.login>['body'];

/** Signs in; throws if the API refuses. */
export async function signIn(baseUrl: string, body: SignIn): Promise<SignedInCaller> {
  return new SignedInCaller(baseUrl, await new ApiCaller(baseUrl).ask(endpoints.auth.login, { body }));
}
