/** Errors as the hub says them (RFC 9457): a machine's name for it, and a sentence for a person. */
export type ProblemName =
  | 'malformed'
  | 'too-large'
  | 'unknown-encoding'
  | 'sign-in'
  | 'not-allowed'
  | 'not-found'
  | 'code-not-known'
  | 'code-used'
  | 'code-expired'
  | 'code-given-no-more'
  | 'code-for-someone-else'
  | 'person-known'
  | 'too-many'
  | 'does-not-fit'
  | 'wrong-contents'
  | 'busy'
  | 'broken';

const known: Readonly<Record<ProblemName, { status: number; title: string }>> = {
  malformed: { status: 400, title: 'The request cannot be understood' },
  'too-large': { status: 413, title: 'Too much at once' },
  'unknown-encoding': { status: 415, title: 'Written in a way that is not read here' },
  'sign-in': { status: 401, title: 'Not signed in' },
  'not-allowed': { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Nothing here' },
  'code-not-known': { status: 403, title: 'This code is not known' },
  'code-used': { status: 403, title: 'This code has been used' },
  'code-expired': { status: 403, title: 'This code works no more' },
  'code-given-no-more': { status: 403, title: 'Whoever made this code may not let you in any more' },
  'code-for-someone-else': { status: 409, title: 'This code is for somebody else' },
  'person-known': { status: 409, title: 'This person is here already' },
  'too-many': { status: 429, title: 'Too many requests' },
  'does-not-fit': { status: 409, title: 'This part does not go here' },
  'wrong-contents': { status: 422, title: 'Not what was announced' },
  busy: { status: 503, title: 'Not ready' },
  broken: { status: 500, title: 'Something went wrong here' },
};

/** Thrown by a route where it cannot go on, and turned into its answer in one place. */
export class Refused extends Error {
  readonly problem: ProblemName;
  readonly more: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;

  /** `detail` is read by a person; `more` are further members of the answer. */
  constructor(
    problem: ProblemName,
    detail: string,
    { more = {}, headers = {} }: { more?: Record<string, string>; headers?: Record<string, string> } = {},
  ) {
    super(detail);
    this.problem = problem;
    this.more = more;
    this.headers = headers;
  }
}

/** The answer to a request that was refused. */
export function answerProblem(refused: Refused): Response {
  const { status, title } = known[refused.problem];
  const body = {
    type: `urn:plotline:${refused.problem}`,
    title,
    status,
    detail: refused.message,
    ...refused.more,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Cache-Control': 'no-store',
      ...refused.headers,
    },
  });
}
