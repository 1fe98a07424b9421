import { type ReactNode, useState } from 'react';
import type { Versioned } from '../api/conflict';
import type { Problem } from '../api/problem';
import { marksIn } from '../templates/fill';
import { Button } from './Button';
import { ConflictDialog } from './Conflict';
import { Dialog } from './Dialog';
import { Notice, ProblemNotice } from './States';

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
  filled = [],
  children,
  ...conflicting
}: Conflicting & {
  title: string;
  /** What may come of a template: its marks are not sent without asking. */
  filled?: string[];
  wide?: boolean;
  danger?: boolean;
  onClose: () => void;
  onSubmit: () => void;
  aside?: ReactNode;
  children?: ReactNode;
}) {
  const { command, action } = conflicting;
  const [asked, setAsked] = useState(false);
  const marks = marksIn(filled);
  return (
    <>
      <Dialog title={title} onClose={onClose} {...(wide ? { wide } : {})}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (command.busy) return;
            setAsked(marks.length > 0);
            if (marks.length === 0) onSubmit();
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
          {asked && marks.length > 0 && <Unfilled marks={marks} action={action} onSubmit={onSubmit} />}
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

/** The marks of a template that would be sent as they are; only the button that says so sends them. */
function Unfilled({ marks, action, onSubmit }: { marks: string[]; action: string; onSubmit: () => void }) {
  return (
    <div role="alert">
      <Notice tone="warn">
        <p className="strong">
          {marks.length === 1 ? 'A mark of the template is' : `${marks.length} marks of the template are`} not filled
          in:
        </p>
        <ul>
          {marks.map((mark) => (
            <li key={mark}>{mark}</li>
          ))}
        </ul>
        <p>
          Put your words in {marks.length === 1 ? 'its' : 'their'} place, or{' '}
          <Button size="small" onClick={({ currentTarget }) => currentTarget.form?.reportValidity() && onSubmit()}>
            {action} as it is
          </Button>
        </p>
      </Notice>
    </div>
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
