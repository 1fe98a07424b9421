import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Body, call, type Path, type PathsWith, type Query, type Result } from './client';
import { conflictOf, type Versioned } from './conflict';
import { isRecord, isWorthRetrying, type Problem } from './problem';
import { queryClient } from './query';

interface Options<T> {
  onDone?: (result: T) => void;
}

export interface Submission<P extends PathsWith<M>, M extends 'post' | 'put' | 'delete'> {
  path?: Path<P, M>;
  query?: Query<P, M>;
  body?: Body<P, M>;
  /** The version the user was looking at; `*` where the wish is the same for every version. */
  version?: number | '*' | undefined;
  raw?: Blob;
}

/**
 * A command: its idempotency key stays the same for as long as the same thing is sent, so that pressing again after a
 * failure never does it twice, and changes as soon as something else is sent.
 */
export function useCommand<M extends 'post' | 'put' | 'delete', P extends PathsWith<M>>(
  method: M,
  path: P,
  { onDone }: Options<Result<P, M>> = {},
) {
  const last = useRef<{ fingerprint: string; key: string } | undefined>(undefined);
  const submitted = useRef<Submission<P, M> | undefined>(undefined);
  /** What is on its way: a second click comes before the page can show that the first one runs. */
  const running = useRef<string | undefined>(undefined);
  const [conflict, setConflict] = useState<Versioned | undefined>();

  const mutation = useMutation<Result<P, M>, Problem, Submission<P, M>>({
    mutationFn: (submission) => {
      submitted.current = submission;
      const headers: Record<string, string> = { 'Idempotency-Key': keyFor(last, submission) };
      if (submission.version !== undefined) headers['If-Match'] = etag(submission.version);
      return call(method, path, {
        path: submission.path as object,
        query: submission.query as object,
        body: submission.body,
        headers,
        ...(submission.raw ? { raw: submission.raw } : {}),
      });
    },
    retry: (failures, problem) => failures < 2 && isWorthRetrying(problem),
    retryDelay: (attempt) => 500 * 2 ** attempt,
    onSuccess: async (result) => {
      last.current = undefined;
      setConflict(undefined);
      show(path, submitted.current?.path as object | undefined, result);
      onDone?.(result);
    },
    onError: (problem) => setConflict(conflictOf(problem)),
    onSettled: (_, __, submission) => {
      if (running.current === fingerprintOf(submission)) running.current = undefined;
    },
  });
  const send = (submission: Submission<P, M>) => {
    const fingerprint = fingerprintOf(submission);
    if (running.current === fingerprint) return;
    running.current = fingerprint;
    mutation.mutate(submission);
  };

  return {
    run: send,
    busy: mutation.isPending,
    /** The refusal to show in place; a conflict has its own dialog. */
    problem: conflict ? undefined : (mutation.error ?? undefined),
    conflict,
    submitted: () => submitted.current,
    /** Sends what was typed again, now against the version that the user has just been shown. */
    repeatOn: (version: number, body?: Body<P, M>) => {
      const before = submitted.current;
      if (before) send({ ...before, version, ...(body === undefined ? {} : { body }) });
    },
    settleConflict: () => {
      setConflict(undefined);
      mutation.reset();
    },
    reset: () => {
      last.current = undefined;
      running.current = undefined;
      setConflict(undefined);
      mutation.reset();
    },
  };
}

export type Command<M extends 'post' | 'put' | 'delete', P extends PathsWith<M>> = ReturnType<typeof useCommand<M, P>>;

function etag(version: number | '*'): string {
  return version === '*' ? version : `"${version}"`;
}

function keyFor(
  last: { current: { fingerprint: string; key: string } | undefined },
  submission: { raw?: Blob },
): string {
  const fingerprint = fingerprintOf(submission);
  if (last.current?.fingerprint !== fingerprint) last.current = { fingerprint, key: crypto.randomUUID() };
  return last.current.key;
}

function fingerprintOf(submission: { raw?: Blob }): string {
  const file = submission.raw instanceof File ? [submission.raw.size, submission.raw.lastModified] : undefined;
  return JSON.stringify({ ...submission, raw: file });
}

/** Puts the answer on the page at once; what else it touches is fetched again. */
function show(path: string, parameters: object | undefined, result: unknown) {
  const resource = /^(\/api\/[a-z]+\/[a-z-]+)\/\{id\}/.exec(path)?.[1];
  const shown = resource && parameters && 'id' in parameters ? found(parameters.id, result) : undefined;
  if (shown) {
    queryClient.setQueryData([`${resource}/{id}`, { path: { id: shown.id }, query: undefined }], shown);
  }
  const service = path.split('/').slice(0, 3).join('/');
  void queryClient.invalidateQueries({
    predicate: ({ queryKey }) => typeof queryKey[0] === 'string' && queryKey[0].startsWith(service),
  });
}

/** An answer is the resource, or holds it beside what happened to it. */
function found(id: unknown, result: unknown): Versioned | undefined {
  const parts = isRecord(result) ? [result, ...Object.values(result)] : [];
  return parts.find((part): part is Versioned => isResource(part) && part.id === id);
}

function isResource(value: unknown): value is Versioned {
  return typeof value === 'object' && value !== null && 'id' in value && 'version' in value;
}
