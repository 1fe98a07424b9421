import { useCommand } from '../api/command';
import type { Idea, IdeaStatus } from '../api/contract';
import { may, use } from '../model/can';
import { longDay } from '../model/time';
import { ideaWords, sentence } from '../model/words';
import { Button } from '../ui/Button';
import type { IconName } from '../ui/Icon';
import { Mark } from '../ui/Marks';
import { ProblemNotice } from '../ui/States';

const looks: Partial<Record<IdeaStatus, ['good' | 'accent' | '', IconName]>> = {
  PROPOSED: ['accent', 'question'],
  ON_TRIAL: ['accent', 'clock'],
  ADOPTED: ['good', 'check'],
};

export function IdeaMark({ status }: { status: IdeaStatus }) {
  const [tone, icon] = looks[status] ?? ['', 'cross' as const];
  return (
    <Mark tone={tone} icon={icon}>
      {ideaWords[status] ?? sentence(status)}
    </Mark>
  );
}

/** A trial that is over and of which nobody has said what was learned. */
export function Due({ one }: { one: Idea }) {
  if (!one.trial?.due) return null;
  return (
    <Mark tone="warn" icon="clock">
      Due
    </Mark>
  );
}

export function triedBy({ teams, since, until, due }: NonNullable<Idea['trial']>): string {
  const names = teams.map(({ name }) => name).join(', ');
  return `${names}, since ${longDay(since)}, ${due ? 'was to end on' : 'until'} ${longDay(until)}`;
}

export function supportWords(support: number): string {
  return support === 1 ? '1 supports it' : `${support} support it`;
}

/** One click for it, one more takes that back; who supports what is shown to nobody. */
export function Support({ one, size }: { one: Idea; size?: 'small' }) {
  const give = useCommand('put', '/api/cop/ideas/{id}/support');
  const takeBack = useCommand('delete', '/api/cop/ideas/{id}/support');
  if (!may(one, use.supportIdea)) {
    return one.support > 0 ? <span className="small quiet nowrap">{one.support} supported it</span> : null;
  }
  const command = one.mine ? takeBack : give;
  const problem = give.problem ?? takeBack.problem;
  return (
    <>
      <Button
        size={size}
        icon={one.mine ? 'check' : 'up'}
        aria-pressed={one.mine}
        title={one.mine ? 'You support it; press again to take that back' : 'Support it'}
        busy={give.busy || takeBack.busy}
        onClick={() => command.run({ path: { id: one.id } })}
      >
        Support <span className="count">{one.support}</span>
        <span className="sr-only"> {one.title}</span>
      </Button>
      {problem && (
        <div className="below">
          <ProblemNotice problem={problem} />
        </div>
      )}
    </>
  );
}
