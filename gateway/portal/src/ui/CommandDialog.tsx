import type { ReactNode } from 'react';
import type { Versioned } from '../api/conflict';
import type { Problem } from '../api/problem';
import { Button } from './Button';
import { ConflictDialog } from './Conflict';
import { Dialog } from './Dialog';
import { ProblemNotice } from './States';

/** What the dialogs need of a command; the result type does not matter to them. */
export interface Running {
  busy: boolean;
  problem: Problem | undefined;
  conflict: Versioned | undefined;
  repeatOn: (version: number, body?: never) => void;
  settleConflict: () => void;
}

interface Conflicting {
  command: Running;
  /** What the user was looking at, to tell what changed since. */
  before?: object | undefined;
  labels?: Record<string, string>;
  typed?: object | undefined;
  /** Brings the resource into the form's shape, where they differ. */
  comparable?: (resource: never) => object;
  action: string;
}

export function CommandConflict({ command, before, labels = {}, typed, comparable, action }: Conflicting) {
  if (!command.conflict || !before) return null;
  const { id, version } = command.conflict;
  const shaped = (resource: object) => (comparable ? comparable(resource as never) : resource);
  return (
    <ConflictDialog
      before={shaped(before)}
      current={{ ...shaped(command.conflict), id, version }}
      typed={typed}
      labels={labels}
      action={action}
      onSend={(merged) => {
        command.settleConflict();
        command.repeatOn(version, merged as never);
      }}
      onBack={command.settleConflict}
    />
  );
}

export function CommandDialog({
  title,
  wide,
  onClose,
  onSubmit,
  danger,
  aside,
  children,
  ...conflicting
}: Conflicting & {
  title: string;
  wide?: boolean;
  danger?: boolean;
  onClose: () => void;
  onSubmit: () => void;
  aside?: ReactNode;
  children?: ReactNode;
}) {
  const { command, action } = conflicting;
  return (
    <>
      <Dialog title={title} onClose={onClose} {...(wide ? { wide } : {})}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (!command.busy) onSubmit();
          }}
        >
          {aside ? (
            <div className="with-preview">
              <div className="stack">{children}</div>
              {aside}
            </div>
          ) : (
            children
          )}
          <ProblemNotice problem={command.problem} />
          <div className="actions">
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" kind={danger ? 'danger' : 'primary'} busy={command.busy}>
              {command.busy ? 'Sending…' : action}
            </Button>
          </div>
        </form>
      </Dialog>
      <CommandConflict {...conflicting} />
    </>
  );
}

/** One click does it; a refusal or a conflict is shown beside the button. */
export function CommandButton({
  icon,
  kind,
  size,
  onRun,
  children,
  ...conflicting
}: Conflicting & {
  icon?: Parameters<typeof Button>[0]['icon'];
  kind?: Parameters<typeof Button>[0]['kind'];
  size?: Parameters<typeof Button>[0]['size'];
  onRun: () => void;
  children: ReactNode;
}) {
  return (
    <>
      <Button icon={icon} kind={kind} size={size} busy={conflicting.command.busy} onClick={onRun}>
        {children}
      </Button>
      {conflicting.command.problem && (
        <div className="below">
          <ProblemNotice problem={conflicting.command.problem} retry={onRun} />
        </div>
      )}
      <CommandConflict {...conflicting} />
    </>
  );
}
