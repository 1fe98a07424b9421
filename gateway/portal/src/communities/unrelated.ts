import type { Running } from '../ui/CommandDialog';

interface Repeatable extends Running {
  /** The version on which to send the same again, as the change in between was to something else. */
  unrelated: number | undefined;
}

/**
 * Several people write in one gathering at once: a conflict is shown only where somebody else changed the same part of it;
 * otherwise the same is simply sent again on top of theirs.
 */
export function onlyIf<T>(command: Running, touched: (now: T) => boolean): Repeatable {
  const { conflict } = command;
  const shows = conflict !== undefined && touched(conflict as T);
  return {
    ...command,
    conflict: shows ? conflict : undefined,
    unrelated: conflict && !shows && !command.busy ? conflict.version : undefined,
  };
}
