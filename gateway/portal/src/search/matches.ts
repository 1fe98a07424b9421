/** Whether a name has all that was typed, in any order: for what the portal knows without asking. */
export function matches(name: string, typed: string): boolean {
  const known = name.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => known.includes(word));
}

/** Where all that is found for these words stands. */
export function resultsOf(typed: string): string {
  return `/search?${new URLSearchParams({ q: typed.trim() })}`;
}
