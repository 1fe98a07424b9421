import { useCallback } from 'react';
import type { Followable } from '../api/contract';
import { useFollowKey } from '../app/overlay';
import { Button } from '../ui/Button';
import { useFollows } from './useFollows';

/** Follows what a page shows, or no more; the key `f` does the same. */
export function FollowButton({ kind, id, title }: { kind: Followable; id: string; title: string }) {
  const { follows, set } = useFollows();
  const on = follows?.some((one) => one.kind === kind && one.id === id) ?? false;
  const known = follows !== undefined;
  const toggle = useCallback(() => {
    if (known) set({ kind, id, title }, !on);
  }, [known, set, kind, id, title, on]);
  useFollowKey(toggle);
  return (
    <Button icon="star" aria-pressed={on} busy={!known} onClick={toggle}>
      Follow
    </Button>
  );
}
