/** A refusal as the services send it (RFC 9457), or what the browser itself ran into. */
export class Problem extends Error {
  readonly type: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  /** What the server holds now, when it refused a command because ours was based on an older version. */
  readonly current: unknown;
  readonly errors: FieldError[];
  /** All that the refusal told, for those that carry more than the usual. */
  readonly told: Record<string, unknown>;
  readonly retryAfterSeconds: number | undefined;

  constructor(body: ProblemBody) {
    super(body.detail ?? body.title);
    this.name = 'Problem';
    this.type = body.type;
    this.status = body.status;
    this.title = body.title;
    this.detail = body.detail;
    this.current = body.current;
    this.errors = body.errors ?? [];
    this.told = body.told ?? {};
    this.retryAfterSeconds = body.retryAfterSeconds;
  }

  get isOffline() {
    return this.status === 0;
  }
}

export interface FieldError {
  field: string;
  message: string;
}

export interface ProblemBody {
  type: string;
  status: number;
  title: string;
  detail?: string | undefined;
  current?: unknown;
  errors?: FieldError[] | undefined;
  told?: Record<string, unknown>;
  retryAfterSeconds?: number | undefined;
}

/** What the forms call the fields that a refusal names; others are told apart by their words. */
const labels: Record<string, string> = {
  consumer: 'For which team?',
  daysLost: 'Days lost',
  fix: 'What fixed it?',
  impact: 'What does it cost?',
  neededBy: 'Needed by',
  nextStep: 'Next step',
  producer: 'From which team?',
  promisedFor: 'Done by',
  proposal: 'What do you propose to change?',
  respondBy: 'Answer needed by',
  stops: 'What work is stopped?',
  waitingFor: 'Waiting for',
};

function labelOf(field: string): string {
  return labels[field] ?? field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** `Say something in 'fix'.` as whoever filled in the form would say it. */
function inWords(detail: string): string {
  return detail.replaceAll(/ in '([a-z][A-Za-z]*)'/g, (_, field: string) => ` in “${labelOf(field)}”`);
}

const titles: Record<number, [string, string | undefined]> = {
  400: ['This was not understood', 'Check what you entered and send it again.'],
  401: ['You are signed out', 'Sign in again; what you typed is kept.'],
  403: ['This is not yours to do', undefined],
  404: ['Not here', 'It may have been removed, or it is not visible to you.'],
  412: ['Somebody else was faster', 'It changed while you were working on it.'],
  413: ['Too large', 'Send a smaller file.'],
  429: ['Too many requests', 'Wait a moment, then try again.'],
  503: ['Not available right now', 'Nothing was lost. Try again in a moment.'],
  504: ['The answer took too long', 'It may have worked: look before you repeat it.'],
};

/** Reads a refusal from whatever came back, be it problem+json, a proxy's own page or nothing. */
export function problemFrom(status: number, body: unknown, retryAfter?: string | null): Problem {
  const [title, detail] = titles[status] ?? ['Something went wrong', 'Try again; if it stays, tell an administrator.'];
  const seconds = retryAfter ? Number.parseInt(retryAfter, 10) : Number.NaN;
  const retryAfterSeconds = Number.isFinite(seconds) ? seconds : undefined;
  // The service speaks to programs as well, which would send a token; a person signs in.
  if (!isRecord(body) || status === 401)
    return new Problem({ type: 'about:blank', status, title, detail, retryAfterSeconds });
  return new Problem({
    type: text(body.type) ?? 'about:blank',
    status,
    title: text(body.title) ?? title,
    detail: inWords(text(body.detail) ?? detail ?? '') || undefined,
    current: body.current,
    errors: fieldErrors(body.errors),
    told: body,
    retryAfterSeconds,
  });
}

export function offlineProblem(): Problem {
  return new Problem({
    type: 'about:offline',
    status: 0,
    title: 'No connection',
    detail: 'The server cannot be reached. What you typed is kept; try again when you are back.',
  });
}

/** A command is repeated by itself only when repeating it cannot do it twice or differently. */
export function isWorthRetrying(problem: unknown): boolean {
  return problem instanceof Problem && (problem.status === 0 || problem.status === 502 || problem.status === 503);
}

function fieldErrors(value: unknown): FieldError[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one) => {
    if (!isRecord(one)) return [];
    const field = text(one.field) ?? text(one.pointer) ?? text(one.property);
    const message = text(one.message) ?? text(one.detail);
    return field && message ? [{ field: labelOf(field.replace(/^[#/]+/, '')), message }] : [];
  });
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
