import { useState } from 'react';

/** What somebody typed survives a reload, a sign-in or a slip of the finger; sending it forgets it. */
export function useDraft<T extends object>(name: string, initial: T) {
  const key = keyOf(name);
  const [value, setValue] = useState<T>(() => ({ ...initial, ...read(key) }));
  return {
    value,
    set: (change: Partial<T>) =>
      setValue((before) => {
        const after = { ...before, ...change };
        keepDraft(name, after);
        return after;
      }),
    clear: () => {
      try {
        sessionStorage.removeItem(key);
      } catch {
        // nothing was kept either
      }
      setValue(initial);
    },
  };
}

/** Puts into another form what was typed for it. */
export function keepDraft(name: string, value: object): void {
  try {
    sessionStorage.setItem(keyOf(name), JSON.stringify(value));
  } catch {
    // storage may be full or forbidden: the form still works
  }
}

/** Said before anything is shown: what somebody else has typed in this tab is forgotten. */
export function draftsAreOf(person: string): void {
  try {
    if (sessionStorage.getItem(owner) === person) return;
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(keyOf(''))) sessionStorage.removeItem(key);
    sessionStorage.setItem(owner, person);
  } catch {
    // nothing was kept either
  }
}

/** Whether something was typed there that is not sent yet. */
export function isDrafted(name: string): boolean {
  return Object.keys(read(keyOf(name))).length > 0;
}

const owner = 'guildhall.drafts-of';

function keyOf(name: string): string {
  return `guildhall.draft.${name}`;
}

function read(key: string): object {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as object;
  } catch {
    return {};
  }
}
