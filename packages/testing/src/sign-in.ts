import { endpoints, type EndpointRequest, type Session } from '@wellpulse/contracts';
import { ApiCaller } from './api-caller.ts';

export type SignIn = EndpointRequest<typeof endpoints.auth.login>['body'];

/** A caller with the session that it is signed in with. */
export class SignedInCaller extends ApiCaller {
  readonly session: Session;
  readonly #signIn: SignIn | undefined;

  /** `signIn` is what the person typed; without it there is no second session of theirs. */
  constructor(baseUrl: string, session: Session, signIn?: SignIn) {
    super(baseUrl, session.accessToken);
    this.session = session;
    this.#signIn = signIn;
  }

  /** The same person in another session. */
  again(): Promise<SignedInCaller> {
    if (this.#signIn === undefined) throw new Error('Nobody typed a password here');
    return signIn(this.baseUrl, this.#signIn);
  }
}

/** Signs in; throws if the API refuses. */
export async function signIn(baseUrl: string, body: SignIn): Promise<SignedInCaller> {
  return new SignedInCaller(baseUrl, await new ApiCaller(baseUrl).ask(endpoints.auth.login, { body }), body);
}
