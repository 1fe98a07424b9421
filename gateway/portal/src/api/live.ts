import { useSyncExternalStore } from 'react';
import { affects, type Change, log, topicOf } from './invalidation';
import { type Key, queryClient } from './query';
import { isOwn } from './seen';

/**
 * One stream per page tells what others changed. Changes are gathered for a moment, so that an import of a thousand
 * rows refetches a view a few times and not a thousand times.
 */
type Status = 'connecting' | 'live' | 'lost';
interface State {
  status: Status;
  /** Up to when what is shown was known to be current. */
  currentUntil: number;
}

const gatherMs = 120;
const busyGatherMs = 1500;
const highlightMs = 6000;
const logMs = 2000;
const retryMs = [1000, 2000, 5000, 10_000, 30_000];

let state: State = { status: 'connecting', currentUntil: Date.now() };
const listeners = new Set<() => void>();
const highlighted = new Map<string, number>();
const highlightListeners = new Set<() => void>();

let source: EventSource | undefined;
let pending: Change[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
let lastFlush = 0;
let attempts = 0;

function setStatus(status: Status) {
  if (state.status === status) return;
  state = { status, currentUntil: state.status === 'live' ? Date.now() : state.currentUntil };
  for (const listener of listeners) listener();
}

export function startLive(onRefused: () => void): () => void {
  let stopped = false;
  let retry: ReturnType<typeof setTimeout> | undefined;

  function open() {
    if (stopped) return;
    const stream = new EventSource('/api/feed/live');
    source = stream;
    stream.onopen = () => {
      attempts = 0;
      setStatus('live');
    };
    stream.addEventListener('change', (event) => {
      const change = parse(event.data);
      if (change) gather(change);
    });
    stream.addEventListener('reset', () => refetchEverything());
    stream.onerror = () => {
      setStatus('lost');
      if (stream.readyState !== EventSource.CLOSED) return;
      // Refused rather than interrupted: the browser gives up, and a new stream does not know where the old one was.
      stream.close();
      onRefused();
      const delay = retryMs[Math.min(attempts++, retryMs.length - 1)] ?? 30_000;
      retry = setTimeout(open, delay);
    };
    // What was fetched before the stream stood may have changed unheard since.
    stream.addEventListener('open', () => refetchEverything(), { once: true });
  }

  open();
  return () => {
    stopped = true;
    clearTimeout(retry);
    source?.close();
    source = undefined;
    setStatus('connecting');
  };
}

function gather(change: Change) {
  pending.push(change);
  if (timer) return;
  const wait = Date.now() - lastFlush < busyGatherMs ? busyGatherMs : gatherMs;
  timer = setTimeout(flush, wait);
}

function flush() {
  const changes = pending;
  pending = [];
  timer = undefined;
  lastFlush = Date.now();
  for (const change of changes) if (!isOwn(change.subject, change.sequence)) highlighted.set(change.subject, lastFlush);
  void queryClient
    .invalidateQueries({
      predicate: ({ queryKey }) => changes.some((change) => affects(change, queryKey as unknown as Key)),
    })
    .then(() => {
      for (const listener of highlightListeners) listener();
      setTimeout(forgetHighlights, highlightMs);
      // The log hears of a change by itself, and may have been asked before it had.
      setTimeout(() => refetch(log), logMs);
    });
}

function forgetHighlights() {
  const limit = Date.now() - highlightMs;
  for (const [subject, at] of highlighted) if (at <= limit) highlighted.delete(subject);
  for (const listener of highlightListeners) listener();
}

function refetch(prefix: string) {
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(prefix) });
}

function refetchEverything() {
  refetch('/api/');
}

function parse(data: string): Change | undefined {
  try {
    const { subject, topic, type, sequence } = JSON.parse(data) as Record<string, unknown>;
    if (typeof subject !== 'string' || typeof topic !== 'string') return undefined;
    return { subject, topic: topicOf(topic), type: String(type ?? ''), sequence: String(sequence ?? '') };
  } catch {
    return undefined;
  }
}

export function useLive(): State {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

/** Whether somebody else changed this just now; rows use it for a quiet mark. */
export function useChanged(...subjects: (string | undefined)[]): boolean {
  return useSyncExternalStore(
    (listener) => {
      highlightListeners.add(listener);
      return () => highlightListeners.delete(listener);
    },
    () => subjects.some((subject) => subject !== undefined && highlighted.has(subject)),
  );
}
