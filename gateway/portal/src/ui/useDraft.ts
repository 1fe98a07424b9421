import { useState } from 'react';

/** What somebody typed survives a reload, a sign-in or a slip of the finger; sending it forgets it. */
export function useDraft<T extends object>(name: string, initial: T) {
  const key = `guildhall.draft.${name}`;
  const [value, setValue] = useState<T>(() => ({ ...initial, ...read(key) }));
  return {
    value,
    set: (change: Partial<T>) =>
      setValue((before) => {
        const after = { ...before, ...change };
        try {
          sessionStorage.setItem(key, JSON.stringify(after));
        } catch {
          // storage may be full or forbidden: the form still works
        }
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

function read(key: string): object {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as object;
  } catch {
    return {};
  }
}
