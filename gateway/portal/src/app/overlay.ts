import { useEffect, useSyncExternalStore } from 'react';

/** What may lie over any page, opened from a key, the palette or a button anywhere. */
export type Overlay =
  | { kind: 'palette' }
  | { kind: 'keys' }
  | { kind: 'raise'; team?: string | undefined; feature?: { id: string; title: string } | undefined }
  | { kind: 'ask'; consumer?: string | undefined; producer?: string | undefined; feature?: string | undefined }
  | {
      kind: 'decide';
      concerns?: { kind: string; id: string; title: string } | undefined;
      /** What it is filled in from. */
      template?: { id: string; title: string; text: string } | undefined;
    }
  | { kind: 'why'; outcome: string; title: string }
  | { kind: 'outcome'; quarter?: string | undefined; area?: string | undefined };

type Raised = Omit<Extract<Overlay, { kind: 'raise' }>, 'kind'>;

let open: Overlay | undefined;
let about: Raised | undefined;
const listeners = new Set<() => void>();

export function show(overlay: Overlay | undefined) {
  open = overlay;
  for (const listener of listeners) listener();
}

export function useOverlay(): Overlay | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
}

/** What an impediment is about that is raised from this page, by whichever key or button. */
export function useAbout(page: Raised) {
  useEffect(() => {
    about = page;
    return () => {
      about = undefined;
    };
  });
}

let follow: (() => void) | undefined;

/** What the key that follows does on this page. */
export function useFollowKey(toggle: () => void) {
  useEffect(() => {
    follow = toggle;
    return () => {
      follow = undefined;
    };
  }, [toggle]);
}

export function followThis() {
  follow?.();
}

export function raise() {
  show({ kind: 'raise', ...about });
}
