import { useSyncExternalStore } from 'react';

/**
 * Whether the session ended under a page that is in use. The page stays as it is; a dialog offers to sign in again in
 * another tab, which tells this one when it is done.
 */
let ended = false;
const listeners = new Set<() => void>();
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('guildhall.session');

function set(value: boolean) {
  if (ended === value) return;
  ended = value;
  for (const listener of listeners) listener();
}

export function sessionEnded() {
  set(true);
}

export function sessionResumed() {
  set(false);
}

/** Called by the tab in which somebody signed in again. */
export function announceSignedIn() {
  channel?.postMessage('signed-in');
}

export function onSignedInElsewhere(listener: () => void): () => void {
  const handler = (event: MessageEvent) => {
    if (event.data === 'signed-in') listener();
  };
  channel?.addEventListener('message', handler);
  return () => channel?.removeEventListener('message', handler);
}

export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => ended,
  );
}

export function signInUrl(returnTo: string): string {
  return `/auth/login?returnTo=${encodeURIComponent(returnTo)}`;
}
