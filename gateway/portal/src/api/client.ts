import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from './contract';
import { withoutNulls } from './nulls';
import type { Present } from './present';
import { offlineProblem, Problem, problemFrom } from './problem';
import { remember, seenFor } from './seen';
import { sessionEnded } from './session';

export type PathsWith<Method extends string> = {
  [P in keyof paths]: paths[P] extends { [M in Method]: unknown } ? P : never;
}[keyof paths];

type Operation<P extends keyof paths, M extends string> = paths[P] extends { [K in M]: infer O } ? O : never;
export type Result<P extends keyof paths, M extends string = 'get'> =
  Operation<P, M> extends
    | { responses: { 200: { content: { 'application/json': infer T } } } }
    | { responses: { 201: { content: { 'application/json': infer T } } } }
    | { responses: { 202: { content: { 'application/json': infer T } } } }
    ? Present<T>
    : never;
export type Query<P extends keyof paths, M extends string = 'get'> =
  Operation<P, M> extends { parameters: { query?: infer Q } } ? Loose<Q> : never;
export type Path<P extends keyof paths, M extends string = 'get'> =
  Operation<P, M> extends { parameters: { path: infer T } } ? T : never;
export type Body<P extends keyof paths, M extends string> =
  Operation<P, M> extends { requestBody: { content: { 'application/json': infer B } } }
    ? Loose<B>
    : Operation<P, M> extends { requestBody?: infer R }
      ? Optional<NonNullable<R>>
      : undefined;

/** A body that may be left out. */
type Optional<R> = [R] extends [never]
  ? undefined
  : R extends { content: { 'application/json': infer B } }
    ? Loose<B> | undefined
    : undefined;

/** An optional field may be written as undefined too: it is then left out. */
type Loose<T> = T extends object ? { [K in keyof T]: undefined extends T[K] ? T[K] | undefined : T[K] } : T;

const safe = new Set(['GET', 'HEAD']);

const conventions: Middleware = {
  onRequest({ request, schemaPath }) {
    if (safe.has(request.method)) {
      const seen = seenFor(schemaPath);
      if (!seen) return undefined;
      const url = new URL(request.url);
      url.searchParams.set('seen', seen);
      return new Request(url, request);
    }
    const token = csrfToken();
    if (token) request.headers.set('X-XSRF-TOKEN', token);
    return request;
  },
  onResponse({ response, schemaPath }) {
    const seen = response.headers.get('Guildhall-Seen');
    if (seen) remember(schemaPath, seen);
    if (response.status === 401) sessionEnded();
    return undefined;
  },
};

const client = createClient<paths>({ baseUrl: location.origin, headers: { Accept: 'application/json' } });
client.use(conventions);

interface Request_ {
  path?: object | undefined;
  query?: object | undefined;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** A file goes out as it is, under its own type. */
  raw?: Blob;
}

/** Every call of the portal: the result, or a thrown Problem. */
export async function call<P extends keyof paths, M extends string>(
  method: M,
  path: P,
  { path: pathParameters, query, body, headers, signal, raw }: Request_ = {},
): Promise<Result<P, M>> {
  let outcome: { data?: unknown; error?: unknown; response: Response };
  try {
    // The generic client cannot be called with a generic path; this is the one place where the types are let go.
    const request = client.request as unknown as (
      method: string,
      path: string,
      init: object,
    ) => Promise<typeof outcome>;
    outcome = await request(method, path, {
      params: { path: pathParameters, query },
      ...(raw ? { body: raw, bodySerializer: (file: Blob) => file } : body === undefined ? {} : { body }),
      headers: raw ? { ...headers, 'Content-Type': raw.type } : headers,
      signal,
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    if (cause instanceof SyntaxError) throw problemFrom(502, undefined);
    throw offlineProblem();
  }
  if (!outcome.response.ok) {
    throw problemFrom(
      outcome.response.status,
      withoutNulls(outcome.error),
      outcome.response.headers.get('Retry-After'),
    );
  }
  return withoutNulls(outcome.data) as Result<P, M>;
}

export function csrfToken(): string | undefined {
  const found = /(?:^|; )(?:__Host-)?XSRF-TOKEN=([^;]*)/.exec(document.cookie);
  return found?.[1] ? decodeURIComponent(found[1]) : undefined;
}

export { Problem };
