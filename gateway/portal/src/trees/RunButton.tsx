import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useCommand } from '../api/command';
import { CommandButton } from '../ui/CommandDialog';
import { aboutOf, type Subject } from './words';

/** Begins a run, which nobody else hears of; `about` is what it is to be attached to later. */
export function RunButton({
  id,
  about,
  plain,
  size,
  children = 'Run it',
}: {
  id: string;
  about?: Subject | undefined;
  /** One of several, or not what comes first here. */
  plain?: boolean;
  size?: 'small';
  children?: ReactNode;
}) {
  const [, navigate] = useLocation();
  const start = useCommand('post', '/api/cop/trees/{id}/runs', {
    onDone: (run) => navigate(`/runs/${run.id}${about ? `?about=${aboutOf(about)}` : ''}`),
  });
  return (
    <CommandButton
      icon="chevron"
      kind={plain ? undefined : 'primary'}
      size={size}
      action="Run it"
      command={start}
      onRun={() => start.run({ path: { id } })}
    >
      {children}
    </CommandButton>
  );
}
