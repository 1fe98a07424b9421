import { useSearchParams } from 'wouter';

/** The URL holds the filters, so that a view can be sent to somebody, reloaded and gone back to. */
export function useFilters() {
  const [parameters, setParameters] = useSearchParams();
  return {
    get: (name: string): string | undefined => parameters.get(name) ?? undefined,
    set: (changes: Record<string, string | undefined>) =>
      setParameters(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) {
            if (value) after.set(name, value);
            else after.delete(name);
          }
          return after;
        },
        { replace: true },
      ),
    any: [...parameters.keys()].length > 0,
    text: parameters.toString(),
  };
}
