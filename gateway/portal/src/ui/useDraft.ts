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

/** Whether something was typed there that is not sent yet. */
export function isDrafted(name: string): boolean {
  return Object.keys(read(keyOf(name))).length > 0;
}

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
